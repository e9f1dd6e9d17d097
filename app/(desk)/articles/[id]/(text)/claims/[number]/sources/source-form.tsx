'use client'

import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue, type Failure } from '@/components/form/failure'
import { OfferedDraft } from '@/components/form/offered-draft'
import type { useEditing } from '@/components/form/use-editing'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { FIELDS, type SourceFields } from './source'
import { SourceControls } from './source-controls'
import type { usePageFacts } from './use-page-facts'

type Props = {
  title: string
  form: ReturnType<typeof useEditing<SourceFields>>
  page: ReturnType<typeof usePageFacts>
  busy: boolean
  failure: Failure | null
  onSave: () => void
  /** Closes the form and keeps the typed text. */
  onHide: () => void
  onCancel: () => void
  /** Stands above the fields. */
  before?: ReactNode
  children?: ReactNode
}

/** The fields of a source. This browser keeps the typed text until somebody saves or cancels. */
export function SourceForm({
  title,
  form,
  page,
  busy,
  failure,
  onSave,
  onHide,
  onCancel,
  before,
  children,
}: Props) {
  const t = useTranslations('article.source')
  const tCommon = useTranslations('common')
  const issue = useIssue(failure)
  const heading = useId()
  const button = useRef<HTMLButtonElement>(null)
  const sending = busy || page.waits
  useEffect(() => {
    // A refused save leads to the field that it is about, unless its reader has gone elsewhere.
    if (!failure || sending || document.activeElement !== button.current) return
    button.current?.form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [failure, sending])
  return (
    <EarlyForm
      aria-labelledby={heading}
      className="grid gap-3 rounded border border-line bg-sunken p-3"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        if (!sending) onHide()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        // The form closes with its save. A key that comes before is a command, as it will be then.
        button.current?.focus()
        onSave()
      }}
    >
      <h4 id={heading} className="font-semibold">
        {title}
      </h4>
      <FailureBanner failure={failure} fields={FIELDS} />
      {form.restoredAt && <Banner tone="info" title={t('restored')} />}
      <OfferedDraft {...form.offer}>
        {({ title: named, url, excerpt }) => [named, url, excerpt].filter(Boolean).join(' · ')}
      </OfferedDraft>
      {before}
      <div inert={sending} className="grid gap-3">
        <SourceControls fields={form.value} page={page} issue={issue} onChange={form.set} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button ref={button} type="submit" variant="primary" busy={sending}>
          {t('save')}
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          {tCommon('cancel')}
        </Button>
      </div>
      {children}
    </EarlyForm>
  )
}
