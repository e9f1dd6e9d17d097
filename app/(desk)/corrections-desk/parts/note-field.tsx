'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field, Textarea } from '@/components/ui/field'
import { fillWording, noteHints } from '@/domain/correction/note'
import type { CorrectionKind } from '@/domain/correction/rules'
import type { Area, FieldsProps } from './area'

type Props = FieldsProps & {
  area: Area
  language: string
  wordings: Record<CorrectionKind, string>
  today: string
}

/** The note to readers, with hints, and a button that fills an empty note with the newsroom's wording. */
export function NoteField({ fields, set, issue, area, language, wordings, today }: Props) {
  const t = useTranslations('correction.form')
  const { kind, wrong, right, note } = fields
  const empty = note.trim() === ''
  return (
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
          aria-disabled={!empty || undefined}
          onClick={() => {
            if (empty) set({ note: fillWording(wordings[kind], { wrong, right, date: today }, language) })
          }}
        >
          {t('template')}
        </Button>
        {!empty && <span className="text-sm text-ink-muted">{t('templateWhole')}</span>}
      </div>
    </div>
  )
}
