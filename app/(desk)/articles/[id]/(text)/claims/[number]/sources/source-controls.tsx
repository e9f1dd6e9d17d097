'use client'

import { useTranslations } from 'next-intl'
import { DayField } from '@/components/form/day-field'
import { Checkbox, Field, Input, Select, Textarea } from '@/components/ui/field'
import { STANCES } from '@/domain/claim/statuses'
import { SOURCE_KINDS } from '@/domain/source/schema'
import type { SourceFields } from './source'
import type { usePageFacts } from './use-page-facts'

type Props = {
  fields: SourceFields
  page: ReturnType<typeof usePageFacts>
  issue: (path: string) => string | undefined
  onChange: (change: Partial<SourceFields>) => void
}

type Typed = 'title' | 'publisher' | 'url' | 'locator' | 'excerpt'

/** The controls of a source, each with its error message. */
export function SourceControls({ fields, page, issue, onChange }: Props) {
  const t = useTranslations('article.source')
  const tCommon = useTranslations('common')
  const text = (field: Typed) => ({
    value: fields[field],
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
  })
  const choice = (field: 'stance' | 'kind', options: { value: string; label: string }[]) => (
    <Field label={t(field)} error={issue(field)}>
      <Select value={fields[field]} onChange={(event) => onChange({ [field]: event.target.value })}>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  )
  return (
    <>
      <Field label={t('url')} hint={page.state ? t(`page.${page.state}`) : t('urlHint')} error={issue('url')}>
        <Input
          dir="ltr"
          inputMode="url"
          autoFocus
          {...text('url')}
          onPaste={page.readSoon}
          onBlur={page.start}
        />
      </Field>
      <Field label={t('title')} error={issue('title')}>
        <Input dir="auto" aria-required {...text('title')} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        {choice(
          'stance',
          STANCES.map((value) => ({ value, label: tCommon(`stance.${value}`) })),
        )}
        {choice(
          'kind',
          SOURCE_KINDS.map((value) => ({ value, label: tCommon(`sourceKind.${value}`) })),
        )}
      </div>
      <Field label={t('excerpt')} hint={t('excerptHint')} error={issue('excerpt')}>
        <Textarea dir="auto" rows={2} {...text('excerpt')} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('publisher')} error={issue('publisher')}>
          <Input dir="auto" {...text('publisher')} />
        </Field>
        <Field label={t('locator')} hint={t('locatorHint')} error={issue('locator')}>
          <Input dir="auto" {...text('locator')} />
        </Field>
        {(['published', 'accessed'] as const).map((field) => (
          <DayField
            key={field}
            label={t(field)}
            error={issue(field)}
            past={field === 'accessed'}
            value={fields[field]}
            onChange={(value) => onChange({ [field]: value })}
          />
        ))}
      </div>
      <Checkbox
        label={t('primary')}
        checked={fields.primary}
        onChange={(event) => onChange({ primary: event.target.checked })}
      />
    </>
  )
}
