'use client'

import { useState } from 'react'
import type { z } from 'zod'
import { useTranslations } from 'next-intl'
import { ReasonDialog } from '../parts/reason-dialog'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { correctionStepSchema } from '@/domain/correction/schema'
import { rejectAction } from '../actions'

/** Rejects a correction, after asking for the reason. */
export function Reject({ correction }: { correction: z.input<typeof correctionStepSchema> }) {
  const t = useTranslations('correction.steps')
  const toast = useToast()
  const { run, busy, failure, clear } = useAction(rejectAction)
  const [asking, setAsking] = useState(false)
  const submit = async (why: string) => {
    const result = await run({ ...correction, why })
    if (!result?.ok) return
    setAsking(false)
    toast({ title: t('done.rejected') })
  }
  return (
    <>
      <Button variant="ghost" onClick={() => setAsking(true)}>
        {t('reject')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('rejectTitle')}
          hint={t('rejectHint')}
          label={t('why')}
          action={t('rejectIt')}
          busy={busy}
          failure={failure}
          onClose={() => {
            clear()
            setAsking(false)
          }}
          onSubmit={(why) => void submit(why)}
        />
      )}
    </>
  )
}
