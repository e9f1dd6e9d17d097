'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ChoiceButtons } from '@/components/ui/choice-buttons'
import { Field, Input, Select, Textarea } from '@/components/ui/field'
import { fillWording, noteHints } from '@/domain/correction/note'
import { CORRECTION_KINDS, FOUND_BY, SEVERITIES, type CorrectionKind } from '@/domain/correction/rules'
import { FIXES, type CorrectionFields as Fields, type Fix } from './fields'

type Props = {
  fields: Fields
  set: (change: Partial<Fields>) => void
  issue: (path: string) => string | undefined
  language: string
  /** The wording of each kind in the article's language, and today as that language writes it. */
  wordings: Record<CorrectionKind, string>
  today: string
}

/** What is wrong, what is right, how the text is mended, and what readers are told. */
export function CorrectionFields({ fields, set, issue, language, wordings, today }: Props) {
  const t = useTranslations('correction.form')
  const tWords = useTranslations('correction')
  const area = (field: 'quote' | 'replacement' | 'wrong' | 'right' | 'note' | 'explanation' | 'asked') => ({
    lang: language,
    dir: 'auto',
    rows: 2,
    value: fields[field],
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
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
  const fillNote = () =>
    set({
      note: fillWording(wordings[fields.kind], { wrong: fields.wrong, right: fields.right, date: today }),
    })
  /** Replacing begins with the words as they are: to take them out is a decision of its own. */
  const choose = (fix: Fix) =>
    set({ fix, ...(fix === 'fixReplace' && !fields.replacement && { replacement: fields.quote }) })
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
      <Field label={t('quote')} hint={t('quoteHint')} error={issue('quote')}>
        <Textarea {...area('quote')} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('wrong')} error={issue('wrong')}>
          <Textarea {...area('wrong')} />
        </Field>
        <Field label={t('right')} error={issue('right')}>
          <Textarea {...area('right')} />
        </Field>
      </div>
      <div className="correction-fix grid gap-2">
        <span className="field-label">{t('fix')}</span>
        <ChoiceButtons
          label={t('fix')}
          value={fields.fix}
          onChoose={(value) => choose(value as Fix)}
          options={FIXES.map((fix) => ({ value: fix, label: t(fix) }))}
        />
        {fields.fix === 'fixReplace' && (
          <Field label={t('replacement')} hint={t('replacementHint')} error={issue('replacement')}>
            <Textarea {...area('replacement')} />
          </Field>
        )}
        {(fields.fix === 'fixElsewhere' || issue('fixedElsewhere')) && (
          <Field label={t('fixedElsewhere')} hint={t('fixedElsewhereHint')} error={issue('fixedElsewhere')}>
            <Input
              dir="auto"
              value={fields.fixedElsewhere}
              onChange={(event) => set({ fix: 'fixElsewhere', fixedElsewhere: event.target.value })}
            />
          </Field>
        )}
      </div>
      <div className="grid gap-2">
        <Field label={t('note')} hint={t('noteHint')} error={issue('note')}>
          <Textarea {...area('note')} rows={3} />
        </Field>
        <div role="status">
          <ul className="grid gap-1 text-sm text-(color:--needs_source-ink)">
            {noteHints(fields).map((hint) => (
              <li key={hint}>{t(`hint.${hint}`)}</li>
            ))}
          </ul>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Button
            size="sm"
            aria-disabled={fields.note.trim() !== '' || undefined}
            onClick={() => {
              if (fields.note.trim() === '') fillNote()
            }}
          >
            {t('template')}
          </Button>
          {fields.note.trim() !== '' && <span className="text-sm text-ink-muted">{t('templateWhole')}</span>}
        </div>
      </div>
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
