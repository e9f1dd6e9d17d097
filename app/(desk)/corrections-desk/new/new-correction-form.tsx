'use client'

import { useState } from 'react'
import type { z } from 'zod'
import { useFormatter, useTranslations } from 'next-intl'
import { CorrectionFields } from '../parts/correction-fields'
import { FIELD_NAMES, writtenOf, type CorrectionFields as Fields } from '../parts/fields'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue, nearestFor } from '@/components/form/failure'
import { OfferedDraft } from '@/components/form/offered-draft'
import { RestoredDraft } from '@/components/form/restored-draft'
import { useAction } from '@/components/form/use-action'
import { useEditing } from '@/components/form/use-editing'
import { useGo } from '@/components/form/use-go'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { CorrectionKind } from '@/domain/correction/rules'
import type { startCorrectionSchema } from '@/domain/correction/schema'
import { startCorrectionAction } from '../actions'

type Props = {
  origin: Pick<z.input<typeof startCorrectionSchema>, 'articleId' | 'claimId' | 'correctionRequestId'>
  initial: Fields
  language: string
  wordings: Record<CorrectionKind, string>
  today: string
}

/** The form that opens a correction. A double press opens only one. */
export function NewCorrectionForm({ origin, initial, language, wordings, today }: Props) {
  const t = useTranslations('correction.form')
  const go = useGo()
  const format = useFormatter()
  const toast = useToast()
  const { run, busy, failure } = useAction(startCorrectionAction)
  const issue = useIssue(failure)
  const [requestKey] = useState(() => crypto.randomUUID())
  const originId = origin.correctionRequestId ?? origin.claimId ?? origin.articleId
  const form = useEditing({ draft: `correction-new:${originId}`, stored: initial, version: 0 })
  const submit = async () => {
    const sent = form.value
    const result = await run({ ...writtenOf(sent), ...origin, requestKey })
    if (!result?.ok) return
    form.save(sent, 1)
    toast({ title: t('started', { number: result.value.number }) })
    go(`/corrections-desk/${result.value.number}`)
  }
  return (
    <EarlyForm
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <FailureBanner failure={failure} fields={FIELD_NAMES} />
      {form.restoredAt && (
        <RestoredDraft
          title={t('restored', { at: format.dateTime(new Date(form.restoredAt), 'short') })}
          discard={t('discard')}
          onDiscard={() => form.end(0, initial)}
        />
      )}
      <OfferedDraft {...form.offer}>
        {({ wrong, right, note }) => [wrong, right, note].filter(Boolean).join(' · ')}
      </OfferedDraft>
      <CorrectionFields
        fields={form.value}
        set={form.set}
        issue={issue}
        near={nearestFor(failure, 'quote')}
        language={language}
        wordings={wordings}
        today={today}
      />
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {t('start')}
        </Button>
      </div>
    </EarlyForm>
  )
}
