'use client'

import { useRef } from 'react'
import type { CorrectionKind, CorrectionState } from '@/domain/correction/rules'
import { EditForm } from './edit-form'
import type { StepsRecord } from './step-rows'
import { Steps } from './steps'
import { useStep } from './use-step'
import { useWords, type Stored } from './use-words'

type Props = {
  correction: StepsRecord & {
    state: CorrectionState
    article: { title: string; language: string }
    mayChange: boolean
  }
  stored: Stored
  wordings: Record<CorrectionKind, string>
  today: string
}

const DONE = Promise.resolve(true)

/** The words of a correction and its steps. When the desk refuses a step, the fields show what is missing. */
export function CorrectionDesk({ correction, stored, wordings, today }: Props) {
  const words = useWords(correction, stored)
  const saving = useRef<Promise<boolean>>(DONE)
  const step = useStep(saving)
  return (
    <>
      <Steps
        correction={correction}
        unsaved={correction.mayChange && words.form.typed && !words.busy}
        step={step}
        preview={{ fields: words.form.value, article: correction.article }}
      />
      {correction.mayChange && (
        <div className="correction-words">
          <EditForm
            correction={correction}
            words={words}
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
