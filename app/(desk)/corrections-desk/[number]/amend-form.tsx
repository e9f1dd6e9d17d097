'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { Checkbox, Field, Input, Textarea } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import type { CorrectionDetail } from '@/domain/correction/shape'
import { amendAction } from '../actions'

const WORDS = ['wrong', 'right', 'note', 'explanation'] as const
type Words = Pick<CorrectionDetail, (typeof WORDS)[number]>

type Props = {
  correction: Pick<CorrectionDetail, 'id' | 'version' | 'article'>
  stored: Words
  /** Whether a second person must approve the amendment before readers see it. */
  needsSecond: boolean
}

/** Amends a published correction and asks for the reason. */
export function AmendForm({ correction, stored, needsSecond }: Props) {
  const t = useTranslations('correction.amend')
  const tForm = useTranslations('correction.form')
  const toast = useToast()
  const { run, busy, failure } = useAction(amendAction)
  const issue = useIssue(failure)
  /** The typed words and the version they started from; null until somebody types. */
  const [typed, setTyped] = useState<{ words: Words; over: number } | null>(null)
  const words = typed?.words ?? stored
  const [reason, setReason] = useState('')
  const [substantive, setSubstantive] = useState(false)
  const submit = async () => {
    const { id, version } = correction
    const sent = { id, version: typed?.over ?? version, ...words, reason, substantive }
    const result = await run(sent)
    if (!result?.ok) return
    setTyped(null)
    setReason('')
    setSubstantive(false)
    toast({ title: t(needsSecond ? 'proposed' : 'saved') })
  }
  return (
    <details className="correction-amend">
      <summary className="link cursor-pointer py-1">{t('title')}</summary>
      <EarlyForm
        className="grid gap-3 pt-2"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p className="text-sm text-ink-muted">
          {t('hint')} {needsSecond && t('hintSecond')}
        </p>
        <FailureBanner failure={failure} fields={[...WORDS, 'reason']} />
        {WORDS.map((field) => (
          <Field key={field} label={tForm(field)} error={issue(field)}>
            <Textarea
              lang={correction.article.language}
              dir="auto"
              rows={2}
              value={words[field]}
              onChange={(event) =>
                setTyped({
                  words: { ...words, [field]: event.target.value },
                  over: typed?.over ?? correction.version,
                })
              }
            />
          </Field>
        ))}
        <Field label={t('reason')} error={issue('reason')}>
          <Input dir="auto" required value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <div>
          <Checkbox
            label={t('substantive')}
            checked={substantive}
            onChange={(event) => setSubstantive(event.target.checked)}
          />
          <p className="text-sm text-ink-muted">{t('substantiveHint')}</p>
        </div>
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            {t(needsSecond ? 'propose' : 'save')}
          </Button>
        </div>
      </EarlyForm>
    </details>
  )
}
