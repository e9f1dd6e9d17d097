'use client'

import { useId, type ReactNode } from 'react'
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
  return (
    <EarlyForm
      aria-labelledby={heading}
      className="grid gap-3 rounded border border-line bg-sunken p-3"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onHide()
      }}
      onSubmit={(event) => {
        event.preventDefault()
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
      <SourceControls fields={form.value} page={page} issue={issue} onChange={form.set} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy || page.waits}>
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
