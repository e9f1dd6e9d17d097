'use client'

import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { FieldConflict } from '@/components/form/field-conflict'
import { OfferedDraft } from '@/components/form/offered-draft'
import { RestoredDraft } from '@/components/form/restored-draft'
import { Button } from '@/components/ui/button'
import { Checkbox, Field, Input, Textarea } from '@/components/ui/field'
import type { CorrectionDetail } from '@/domain/correction/shape'
import { useAmending, WORDS } from './use-amending'

type Props = {
  correction: Pick<CorrectionDetail, 'id' | 'version' | 'article'>
  stored: Pick<CorrectionDetail, (typeof WORDS)[number]>
  /** Whether a second person must approve the amendment before readers see it. */
  needsSecond: boolean
}

/** Amends a published correction and asks for the reason. */
export function AmendForm({ correction, stored, needsSecond }: Props) {
  const t = useTranslations('correction.amend')
  const tForm = useTranslations('correction.form')
  const { form, lost, failure, clear, busy, ...amending } = useAmending(correction, stored, needsSecond)
  const issue = useIssue(failure)
  const { language } = correction.article
  return (
    <details className="correction-amend">
      <summary className="link cursor-pointer py-1">{t('title')}</summary>
      <EarlyForm
        className="grid gap-3 pt-2"
        onSubmit={(event) => {
          event.preventDefault()
          void amending.submit()
        }}
      >
        <p className="text-sm text-ink-muted">
          {t('hint')} {needsSecond && t('hintSecond')}
        </p>
        <FailureBanner failure={lost ? null : failure} fields={[...WORDS, 'reason']} />
        {form.restoredAt && (
          <RestoredDraft title={t('restored')} discard={t('discard')} onDiscard={amending.discard} />
        )}
        <OfferedDraft {...form.offer}>
          {({ wrong, right, note }) => [wrong, right, note].filter(Boolean).join(' · ')}
        </OfferedDraft>
        {WORDS.map((field) => (
          <Field key={field} label={tForm(field)} error={issue(field)}>
            <Textarea
              lang={language}
              dir="auto"
              rows={2}
              value={form.value[field]}
              onChange={(event) => form.set({ [field]: event.target.value })}
            />
          </Field>
        ))}
        <Field label={t('reason')} error={issue('reason')}>
          <Input
            dir="auto"
            required
            value={form.value.reason}
            onChange={(event) => form.set({ reason: event.target.value })}
          />
        </Field>
        <div>
          <Checkbox
            label={t('substantive')}
            checked={form.value.substantive}
            onChange={(event) => form.set({ substantive: event.target.checked })}
          />
          <p className="text-sm text-ink-muted">{t('substantiveHint')}</p>
        </div>
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            {t(needsSecond ? 'propose' : 'save')}
          </Button>
        </div>
        {lost && (
          <FieldConflict
            fields={WORDS.map((name) => ({
              ...{ name, label: tForm(name), kind: 'text' },
              ...{ from: form.from[name], mine: form.value[name], theirs: lost.theirs[name] },
            }))}
            language={language}
            onClose={clear}
            onTheirs={lost.take}
            onMine={() => lost.goOn()}
            onTogether={lost.goOn}
          />
        )}
      </EarlyForm>
    </details>
  )
}
