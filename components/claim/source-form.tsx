'use client'

import { useEffect, useId, useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { OfferedDraft } from '@/components/form/offered-draft'
import type { Failure } from '@/components/form/use-action'
import { useDraft } from '@/components/form/use-draft'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Checkbox, Field, Input, Select, Textarea } from '@/components/ui/field'
import { STANCES, type Stance } from '@/domain/claim/rules'

export const SOURCE_KINDS = ['link', 'document', 'interview'] as const
export type SourceFields = {
  kind: (typeof SOURCE_KINDS)[number]
  title: string
  publisher: string
  url: string
  stance: Stance
  primary: boolean
  excerpt: string
  locator: string
  published: string
  accessed: string
}

const EMPTY: SourceFields = {
  kind: 'link',
  title: '',
  publisher: '',
  url: '',
  stance: 'supports',
  primary: false,
  excerpt: '',
  locator: '',
  published: '',
  accessed: '',
}

const FIELDS = Object.keys(EMPTY)

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
  initial = EMPTY,
  version = 0,
  busy,
  failure,
  onSave,
  onCancel,
}: Props) {
  const t = useTranslations('article.source')
  const tCommon = useTranslations('common')
  const issue = useIssue(failure)
  const { restored: found, offered, keep, drop, decide } = useDraft<SourceFields>(draftKey, version)
  const [fields, setFields] = useState(initial)
  const [restored, setRestored] = useState(false)
  const heading = useId()

  useEffect(() => {
    if (!found) return
    setFields({ ...EMPTY, ...found.value })
    setRestored(true)
  }, [found])

  const set = <K extends keyof SourceFields>(field: K, value: SourceFields[K]) => {
    const next = { ...fields, [field]: value }
    setFields(next)
    keep(next, version)
  }
  const text = (field: 'title' | 'publisher' | 'url' | 'locator' | 'published' | 'accessed') => ({
    value: fields[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => set(field, event.target.value),
  })

  return (
    <EarlyForm
      aria-labelledby={heading}
      className="grid gap-3 rounded border border-line bg-sunken p-3"
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault()
        void onSave(fields).then((saved) => saved && drop())
      }}
    >
      <h4 id={heading} className="font-semibold">
        {version ? t('editTitle') : t('newTitle')}
      </h4>
      <FailureBanner failure={failure} fields={FIELDS} />
      {restored && <Banner tone="info" title={t('restored')} />}
      <OfferedDraft
        offered={offered}
        onDrop={decide}
        onTake={(value) => {
          decide()
          setFields({ ...EMPTY, ...value })
          keep(value, version)
        }}
      >
        {({ title, url, excerpt }) => [title, url, excerpt].filter(Boolean).join(' · ')}
      </OfferedDraft>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('stance')} error={issue('stance')}>
          <Select value={fields.stance} onChange={(event) => set('stance', event.target.value as Stance)}>
            {STANCES.map((stance) => (
              <option key={stance} value={stance}>
                {tCommon(`stance.${stance}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('kind')} error={issue('kind')}>
          <Select
            value={fields.kind}
            onChange={(event) => set('kind', event.target.value as SourceFields['kind'])}
          >
            {SOURCE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {tCommon(`sourceKind.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label={t('title')} error={issue('title')}>
        <Input dir="auto" autoFocus required {...text('title')} />
      </Field>
      <Field label={t('url')} hint={t('urlHint')} error={issue('url')}>
        <Input dir="ltr" inputMode="url" {...text('url')} />
      </Field>
      <Field label={t('excerpt')} hint={t('excerptHint')} error={issue('excerpt')}>
        <Textarea
          dir="auto"
          rows={2}
          value={fields.excerpt}
          onChange={(event) => set('excerpt', event.target.value)}
        />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('publisher')} error={issue('publisher')}>
          <Input dir="auto" {...text('publisher')} />
        </Field>
        <Field label={t('locator')} hint={t('locatorHint')} error={issue('locator')}>
          <Input dir="auto" {...text('locator')} />
        </Field>
        <Field label={t('published')} error={issue('published')}>
          <Input type="date" {...text('published')} />
        </Field>
        <Field label={t('accessed')} error={issue('accessed')}>
          <Input type="date" {...text('accessed')} />
        </Field>
      </div>
      <Checkbox
        label={t('primary')}
        checked={fields.primary}
        onChange={(event) => set('primary', event.target.checked)}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {t('save')}
        </Button>
        <Button
          variant="ghost"
          onClick={() => {
            drop()
            onCancel()
          }}
        >
          {tCommon('cancel')}
        </Button>
      </div>
    </EarlyForm>
  )
}
