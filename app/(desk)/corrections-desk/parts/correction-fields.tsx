'use client'

import { useTranslations } from 'next-intl'
import { isTaken, NearestWords } from '@/components/text/nearest-words'
import { Field, Select, Textarea } from '@/components/ui/field'
import { CORRECTION_KINDS, FOUND_BY, SEVERITIES, type CorrectionKind } from '@/domain/correction/rules'
import type { AnchorText } from '@/text/anchor'
import type { Area, FieldsProps } from './area'
import type { CorrectionFields as Fields } from './fields'
import { FixFields } from './fix-fields'
import { NoteField } from './note-field'

type Props = FieldsProps & {
  /** The words that the quote may mean when it is not in the text. */
  near: readonly AnchorText[]
  language: string
  /** The wording of each kind in the article's language, and today's date in that language. */
  wordings: Record<CorrectionKind, string>
  today: string
}

/** The fields of a correction: the error, the right words, the fix in the text, and the note to readers. */
export function CorrectionFields({ fields, set, issue, near, language, wordings, today }: Props) {
  const t = useTranslations('correction.form')
  const tWords = useTranslations('correction')
  const area: Area = (field) => ({
    lang: language,
    dir: 'auto',
    rows: 2,
    value: fields[field],
    onChange: (event) => set({ [field]: event.target.value }),
  })
  const choice = <K extends 'kind' | 'severity' | 'foundBy'>(field: K, all: readonly Fields[K][]) => (
    <Select value={fields[field]} onChange={(event) => set({ [field]: event.target.value as Fields[K] })}>
      {all.map((one) => (
        <option key={one} value={one}>
          {tWords(`${field}.${one}` as 'kind.correction')}
        </option>
      ))}
    </Select>
  )
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('kind')} hint={tWords(`kindHint.${fields.kind}`)} error={issue('kind')}>
          {choice('kind', CORRECTION_KINDS)}
        </Field>
        <Field
          label={t('severity')}
          hint={tWords(`severityHint.${fields.severity}`)}
          error={issue('severity')}
        >
          {choice('severity', SEVERITIES)}
        </Field>
      </div>
      <Field
        label={t('quote')}
        hint={t('quoteHint')}
        error={isTaken(near, fields.quote) ? undefined : issue('quote')}
      >
        <Textarea {...area('quote')} />
      </Field>
      <NearestWords
        near={near}
        typed={fields.quote}
        language={language}
        onTake={({ quote }) => set({ quote })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('wrong')} error={issue('wrong')}>
          <Textarea {...area('wrong')} />
        </Field>
        <Field label={t('right')} error={issue('right')}>
          <Textarea {...area('right')} />
        </Field>
      </div>
      <FixFields {...{ fields, set, issue, area }} />
      <NoteField {...{ fields, set, issue, area, language, wordings, today }} />
      <details open={Boolean(fields.explanation || fields.asked || issue('explanation'))}>
        <summary className="link cursor-pointer py-1">{t('more')}</summary>
        <div className="grid gap-3 pt-2">
          <Field label={t('explanation')} hint={t('explanationHint')} error={issue('explanation')}>
            <Textarea {...area('explanation')} />
          </Field>
          <Field label={t('asked')} hint={t('askedHint')} error={issue('asked')}>
            <Textarea {...area('asked')} />
          </Field>
          <Field label={t('foundBy')} error={issue('foundBy')}>
            {choice('foundBy', FOUND_BY)}
          </Field>
        </div>
      </details>
    </>
  )
}
