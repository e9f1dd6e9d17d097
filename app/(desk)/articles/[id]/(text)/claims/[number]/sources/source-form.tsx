'use client'

import { useId } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue, type Failure } from '@/components/form/failure'
import { OfferedDraft } from '@/components/form/offered-draft'
import { useEditing } from '@/components/form/use-editing'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { NO_SOURCE, type SourceFields } from './source'
import { SourceControls } from './source-controls'

const FIELDS = Object.keys(NO_SOURCE)

type Props = {
  /** Where the draft is kept: one for each form that can be open. */
  draftKey: string
  initial?: SourceFields
  version?: number
  busy: boolean
  failure: Failure | null
  onSave: (fields: SourceFields) => Promise<boolean>
  onCancel: () => void
}

/** Adds or edits a source. What is typed is kept in this browser until it is saved or cancelled. */
export function SourceForm({
  draftKey,
  initial = NO_SOURCE,
  version = 0,
  busy,
  failure,
  onSave,
  onCancel,
}: Props) {
  const t = useTranslations('article.source')
  const tCommon = useTranslations('common')
  const issue = useIssue(failure)
  const form = useEditing({ draft: draftKey, stored: initial, version })
  const heading = useId()
  const end = () => form.end(version)

  return (
    <EarlyForm
      aria-labelledby={heading}
      className="grid gap-3 rounded border border-line bg-sunken p-3"
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault()
        void onSave(form.value).then((saved) => saved && end())
      }}
    >
      <h4 id={heading} className="font-semibold">
        {version ? t('editTitle') : t('newTitle')}
      </h4>
      <FailureBanner failure={failure} fields={FIELDS} />
      {form.restoredAt && <Banner tone="info" title={t('restored')} />}
      <OfferedDraft {...form.offer}>
        {({ title, url, excerpt }) => [title, url, excerpt].filter(Boolean).join(' · ')}
      </OfferedDraft>
      <SourceControls fields={form.value} issue={issue} onChange={form.set} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {t('save')}
        </Button>
        <Button
          variant="ghost"
          onClick={() => {
            end()
            onCancel()
          }}
        >
          {tCommon('cancel')}
        </Button>
      </div>
    </EarlyForm>
  )
}
