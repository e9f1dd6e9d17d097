'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { CorrectionFields } from '../parts/correction-fields'
import { FIELD_NAMES, type CorrectionFields as Fields } from '../parts/fields'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue, type Failure, nearestFor } from '@/components/form/failure'
import { FieldConflict } from '@/components/form/conflict-dialog'
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

/** Describes in words the fields that differ. */
function useSides() {
  const t = useTranslations('correction.form')
  const tWords = useTranslations('correction')
  const word = (field: (typeof FIELD_NAMES)[number], value: string) =>
    field === 'kind' || field === 'severity' || field === 'foundBy'
      ? tWords(`${field}.${value}` as 'kind.correction')
      : value
  return (mine: Fields, theirs: Fields) =>
    FIELD_NAMES.map((field) => ({
      label: t(field),
      mine: word(field, mine[field]),
      theirs: word(field, theirs[field]),
    }))
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
  return (
    <EarlyForm
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
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
          fields={sides(form.value, lost.theirs)}
          language={correction.article.language}
          onClose={words.clear}
          onTheirs={() => lost.take(lost.theirs)}
          onMine={() => {
            lost.keepMine()
            save()
          }}
        />
      )}
    </EarlyForm>
  )
}
