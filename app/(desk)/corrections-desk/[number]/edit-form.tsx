'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { CorrectionFields } from '../parts/correction-fields'
import { FIELD_NAMES, type CorrectionFields as Fields } from '../parts/fields'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue, type Failure, nearestFor } from '@/components/form/failure'
import { rebased, type ConflictField } from '@/components/form/conflict'
import { FieldConflict } from '@/components/form/field-conflict'
import { OfferedDraft } from '@/components/form/offered-draft'
import { RestoredDraft } from '@/components/form/restored-draft'

import { Button } from '@/components/ui/button'
import type { CorrectionKind, CorrectionState } from '@/domain/correction/rules'
import type { Words } from './use-words'

type Props = {
  correction: { state: CorrectionState; article: { language: string } }
  words: Words
  /** The issues of the last refused step, field by field. */
  refused: Failure | null
  /** Called for each save that starts; the promise says whether it succeeded. */
  onSave: (saving: Promise<boolean>) => void
  wordings: Record<CorrectionKind, string>
  today: string
}

const NAMED = ['kind', 'severity', 'foundBy', 'fix']

/** Each field as typed here and as another person saved it. */
function useSides() {
  const t = useTranslations('correction.form')
  const tWords = useTranslations('correction')
  const words = (field: keyof Fields) => (value: string) => {
    if (field === 'fix') return t(value as Fields['fix'])
    return NAMED.includes(field) ? tWords(`${field}.${value}` as 'kind.correction') : value
  }
  return (from: Fields, mine: Fields, theirs: Fields) =>
    ([...FIELD_NAMES, 'fix'] as const).map((field): ConflictField => {
      const sides = { from: from[field], mine: mine[field], theirs: theirs[field] }
      const kind = NAMED.includes(field) ? 'choice' : 'text'
      return { name: field, label: t(field), kind, ...sides, words: words(field) }
    })
}

/** Edits the words of an open correction. The browser keeps the typed text until it is saved. */
export function EditForm({ correction, words, refused, onSave, wordings, today }: Props) {
  const t = useTranslations('correction.form')
  const format = useFormatter()
  const { form, failure, lost } = words
  const saved = useIssue(failure)
  const lacking = useIssue(refused)
  const sides = useSides()
  const save = () => onSave(words.save())
  const goOn = (value: Fields) => {
    if (!lost) return
    lost.goOn(value, lost.theirs)
    save()
  }
  return (
    <EarlyForm
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <FailureBanner failure={lost ? null : failure} fields={FIELD_NAMES} />
      {form.restoredAt && (
        <RestoredDraft
          title={t('restored', { at: format.dateTime(new Date(form.restoredAt), 'short') })}
          discard={t('discard')}
          onDiscard={words.discard}
        />
      )}
      <OfferedDraft {...form.offer}>
        {({ wrong, right, note }) => [wrong, right, note].filter(Boolean).join(' · ')}
      </OfferedDraft>
      <CorrectionFields
        fields={form.value}
        set={form.set}
        issue={(path) => saved(path) ?? lacking(path)}
        near={nearestFor(failure ?? refused, 'quote')}
        language={correction.article.language}
        wordings={wordings}
        today={today}
      />
      {correction.state === 'approved' && form.typed && (
        <p role="status" className="text-sm text-ink-muted">
          {t('unapproves')}
        </p>
      )}
      <div>
        <Button type="submit" variant="primary" busy={words.busy}>
          {t('save')}
        </Button>
      </div>
      {lost && (
        <FieldConflict
          fields={sides(form.from, form.value, lost.theirs)}
          language={correction.article.language}
          onClose={words.clear}
          onTheirs={() => lost.take(lost.theirs)}
          onMine={() => goOn(rebased(form.from, form.value, lost.theirs))}
          onTogether={(values) => goOn(values as Fields)}
        />
      )}
    </EarlyForm>
  )
}
