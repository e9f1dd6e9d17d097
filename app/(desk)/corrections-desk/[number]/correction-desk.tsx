'use client'

import { useRef } from 'react'
import { fieldsOf } from '../parts/fields'
import { useAction } from '@/components/form/use-action'
import { useEditing } from '@/components/form/use-editing'
import type { CorrectionKind, CorrectionState } from '@/domain/correction/rules'
import { EditForm, type ChangeCorrection } from './edit-form'
import type { StepsRecord } from './step-rows'
import { Steps } from './steps'
import { useStep, type StepActions } from './use-step'

type Stored = Parameters<typeof fieldsOf>[0]

type Props = {
  correction: StepsRecord & { state: CorrectionState; language: string; mayChange: boolean }
  stored: Stored
  wordings: Record<CorrectionKind, string>
  today: string
  actions: StepActions & { change: ChangeCorrection }
}

const DONE = Promise.resolve(true)

/** The words of a correction and its steps: a step that is refused says at the fields what is lacking. */
export function CorrectionDesk({ correction, stored, wordings, today, actions }: Props) {
  const change = useAction(actions.change)
  const fields = fieldsOf(stored)
  const form = useEditing({
    ...{ draft: `correction:${correction.id}`, record: correction.id },
    ...{ stored: fields, version: correction.version },
  })
  const saving = useRef<Promise<boolean>>(DONE)
  const step = useStep(actions, saving)
  return (
    <>
      <Steps
        correction={correction}
        actions={actions}
        unsaved={correction.mayChange && form.typed && !change.busy}
        step={step}
      />
      {correction.mayChange && (
        <div className="correction-words">
          <EditForm
            correction={correction}
            stored={fields}
            form={form}
            change={change}
            refused={step.failure}
            onSave={(begun) => {
              const all = Promise.all([saving.current, begun]).then((saved) => saved.every(Boolean))
              saving.current = all
              void all.finally(() => {
                if (saving.current === all) saving.current = DONE
              })
            }}
            wordings={wordings}
            today={today}
          />
        </div>
      )}
    </>
  )
}
