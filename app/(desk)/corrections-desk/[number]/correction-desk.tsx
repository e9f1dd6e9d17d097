'use client'

import { useState } from 'react'
import { fieldsOf } from '@/components/correction/fields'
import { useAction, type Failure, type Result } from '@/components/form/use-action'
import type { CorrectionKind, CorrectionState } from '@/domain/correction/rules'
import { useCorrectionForm } from '../use-correction-form'
import { EditForm, type ChangeCorrection } from './edit-form'
import { Steps, type StepActions, type StepsRecord } from './steps'

type Stored = Parameters<typeof fieldsOf>[0]

type Props = {
  correction: StepsRecord & { state: CorrectionState; language: string; mayChange: boolean }
  stored: Stored
  wordings: Record<CorrectionKind, string>
  today: string
  actions: StepActions & { change: ChangeCorrection }
}

/** The words of a correction and its steps: a step that is refused says at the fields what is lacking. */
export function CorrectionDesk({ correction, stored, wordings, today, actions }: Props) {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)
  const change = useAction(actions.change)
  const fields = fieldsOf(stored)
  const form = useCorrectionForm(`correction:${correction.id}`, fields, correction.version)
  const run = async (work: () => Promise<Result<number>>) => {
    setBusy(true)
    try {
      const result = await work().catch((): Failure => ({
        ok: false,
        code: 'offline',
        key: 'offline',
        params: {},
        issues: [],
      }))
      setRefused(result.ok ? null : result)
      return result.ok
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Steps
        correction={correction}
        actions={actions}
        unsaved={correction.mayChange && form.typed}
        step={{ run, busy, failure: refused }}
      />
      {correction.mayChange && (
        <div className="correction-words">
          <EditForm
            correction={correction}
            stored={fields}
            form={form}
            change={change}
            refused={refused}
            wordings={wordings}
            today={today}
          />
        </div>
      )}
    </>
  )
}
