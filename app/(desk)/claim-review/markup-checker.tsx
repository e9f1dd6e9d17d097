'use client'

import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue, type Failure } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { Field, Input, Textarea } from '@/components/ui/field'
import { MARKUP_MAX } from '@/domain/claim-review/schema'
import type { CheckedMarkup } from '@/domain/claim-review/shape'
import { checkMarkupAction } from './actions'
import { CheckedResult } from './checked-result'

const TOO_LARGE: Failure = {
  ok: false,
  code: 'invalid',
  key: 'invalid',
  params: {},
  issues: [{ path: 'markup', key: 'markupTooLarge' }],
}

/** Checks pasted markup and shows its problems. The markup leaves the page only for that check. */
export function MarkupChecker({ page: givenPage }: { page: string }) {
  const t = useTranslations('claimReview.check')
  const [markup, setMarkup] = useState('')
  const [page, setPage] = useState(givenPage)
  const [checked, setChecked] = useState<CheckedMarkup | null>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const { run, busy, failure } = useAction(checkMarkupAction)
  const shown = tooLarge ? TOO_LARGE : failure
  const issue = useIssue(shown)
  const result = useRef<HTMLElement>(null)

  useEffect(() => {
    if (checked) result.current?.focus()
  }, [checked])

  const submit = async () => {
    setChecked(null)
    const large = new Blob([markup]).size > MARKUP_MAX
    setTooLarge(large)
    if (large) return
    const answer = await run({ markup, page })
    if (answer?.ok) setChecked(answer.value)
  }

  return (
    <>
      <EarlyForm
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <FailureBanner failure={shown} fields={['markup', 'page']} />
        <Field label={t('markup')} hint={t('markupHint')} error={issue('markup')}>
          <Textarea
            dir="ltr"
            lang="zxx"
            rows={12}
            spellCheck={false}
            autoCapitalize="off"
            className="font-mono text-sm"
            value={markup}
            onChange={(event) => setMarkup(event.target.value)}
          />
        </Field>
        <Field label={t('page')} hint={t('pageHint')} error={issue('page')}>
          <Input dir="ltr" inputMode="url" value={page} onChange={(event) => setPage(event.target.value)} />
        </Field>
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            {t('button')}
          </Button>
        </div>
      </EarlyForm>
      {checked && <CheckedResult ref={result} checked={checked} />}
    </>
  )
}
