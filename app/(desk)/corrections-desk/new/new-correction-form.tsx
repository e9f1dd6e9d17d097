'use client'

import { useState } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import { CorrectionFields } from '@/components/correction/correction-fields'
import { FIELD_NAMES, writtenOf, type CorrectionFields as Fields } from '@/components/correction/fields'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { OfferedDraft } from '@/components/form/offered-draft'
import { useAction, type Action } from '@/components/form/use-action'
import { useGo } from '@/components/form/use-go'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { CorrectionKind } from '@/domain/correction/rules'
import { useCorrectionForm } from '../use-correction-form'

type Written = ReturnType<typeof writtenOf>
export type Origin = { articleId: string; claimId?: string; readerReportId?: string }

type Props = {
  origin: Origin
  initial: Fields
  language: string
  wordings: Record<CorrectionKind, string>
  today: string
  start: Action<Written & Origin & { requestKey: string }, { id: string; number: number }>
}

/** A correction before it is opened. A double press opens one. */
export function NewCorrectionForm({ origin, initial, language, wordings, today, start }: Props) {
  const t = useTranslations('correction.form')
  const go = useGo()
  const format = useFormatter()
  const toast = useToast()
  const { run, busy, failure } = useAction(start)
  const issue = useIssue(failure)
  const [requestKey] = useState(() => crypto.randomUUID())
  const place = origin.readerReportId ?? origin.claimId ?? origin.articleId
  const form = useCorrectionForm(`correction-new:${place}`, initial, 0)
  const submit = async () => {
    const result = await run({ ...writtenOf(form.fields), ...origin, requestKey })
    if (!result?.ok) return
    form.settle(0)
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
        <Banner
          tone="info"
          title={t('restored', { at: format.dateTime(new Date(form.restoredAt), 'short') })}
        >
          <Button size="sm" variant="ghost" onClick={() => form.take(initial, 0)}>
            {t('discard')}
          </Button>
        </Banner>
      )}
      <OfferedDraft offered={form.offered} onTake={form.takeOffered} onDrop={form.dropOffered}>
        {({ wrong, right, note }) => [wrong, right, note].filter(Boolean).join(' · ')}
      </OfferedDraft>
      <CorrectionFields
        fields={form.fields}
        set={form.set}
        issue={issue}
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
