'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { CorrectionFields } from '../parts/correction-fields'
import { FIELD_NAMES, fieldsOf, writtenOf, type CorrectionFields as Fields } from '../parts/fields'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue, type Failure } from '@/components/form/failure'
import { acceptShown } from '@/components/form/newest'
import { OfferedDraft } from '@/components/form/offered-draft'
import { RestoredDraft } from '@/components/form/restored-draft'
import type { Action, Result } from '@/components/form/use-action'
import type { useEditing } from '@/components/form/use-editing'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { CorrectionKind, CorrectionState } from '@/domain/correction/rules'
import { ConflictDialog } from './conflict-dialog'

type Written = ReturnType<typeof writtenOf>
export type ChangeCorrection = Action<Written & { id: string; version: number }, number>

type Props = {
  correction: { id: string; version: number; state: CorrectionState; language: string }
  stored: Fields
  form: ReturnType<typeof useEditing<Fields>>
  change: {
    run: (input: Written & { id: string; version: number }) => Promise<Result<number> | undefined>
    busy: boolean
    failure: Failure | null
    clear: () => void
  }
  /** What the last step was refused for, field by field. */
  refused: Failure | null
  /** A save that was begun, and whether it went well. */
  onSave: (saving: Promise<boolean>) => void
  wordings: Record<CorrectionKind, string>
  today: string
}

type Current = Parameters<typeof fieldsOf>[0] & { version: number }

/** The words of an open correction; what is typed is kept until it is saved. */
export function EditForm({ correction, stored, form, change, refused, onSave, wordings, today }: Props) {
  const t = useTranslations('correction.form')
  const format = useFormatter()
  const toast = useToast()
  const saved = useIssue(change.failure)
  const lacking = useIssue(refused)
  const write = async (version: number) => {
    const sent = form.value
    const result = await change.run({ id: correction.id, version, ...writtenOf(sent) })
    // The same press again adds nothing to the one before it.
    if (!result) return true
    if (!result.ok) return false
    form.save(sent, result.value)
    toast({ title: t('saved') })
    return true
  }
  const save = (version = form.base) => onSave(write(version))
  const lost =
    change.failure?.code === 'conflict' ? (change.failure.current as Current | undefined) : undefined
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
      <FailureBanner failure={lost ? null : change.failure} fields={FIELD_NAMES} />
      {form.restoredAt && (
        <RestoredDraft
          title={t('restored', { at: format.dateTime(new Date(form.restoredAt), 'short') })}
          discard={t('discard')}
          onDiscard={() => form.end(correction.version, stored)}
        />
      )}
      <OfferedDraft {...form.offer}>
        {({ wrong, right, note }) => [wrong, right, note].filter(Boolean).join(' · ')}
      </OfferedDraft>
      <CorrectionFields
        fields={form.value}
        set={form.set}
        issue={(path) => saved(path) ?? lacking(path)}
        language={correction.language}
        wordings={wordings}
        today={today}
      />
      {correction.state === 'approved' && form.typed && (
        <p role="status" className="text-sm text-ink-muted">
          {t('unapproves')}
        </p>
      )}
      <div>
        <Button type="submit" variant="primary" busy={change.busy}>
          {t('save')}
        </Button>
      </div>
      {lost && (
        <ConflictDialog
          mine={form.value}
          theirs={fieldsOf(lost)}
          language={correction.language}
          onClose={change.clear}
          onMine={() => save(lost.version)}
          onTheirs={() => {
            change.clear()
            acceptShown(correction.id)
            form.end(lost.version, fieldsOf(lost))
          }}
        />
      )}
    </EarlyForm>
  )
}
