'use client'

import { useState } from 'react'
import { useTimeZone, useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { MomentField } from '@/components/form/moment-field'
import { forgetRequestKey, isSettled, requestKeyOf } from '@/components/form/request-keys'
import { useAction } from '@/components/form/use-action'
import { useEditing } from '@/components/form/use-editing'
import { Button } from '@/components/ui/button'
import { ChoiceButtons } from '@/components/ui/choice-buttons'
import { Field, Input, Select, Textarea } from '@/components/ui/field'
import { QUESTION_KINDS, type QuestionKind } from '@/domain/question/rules'
import { LANGUAGES, LOCALES, type Locale } from '@/text/locale'
import { askAction } from './actions'
import { AskedClaims, type AskableClaim } from './asked-claims'
import { askedOf, askingOf, emptyAsking, LIVES, type Asking } from './asking'
import { NewAddress } from './new-address'

/** A placeholder: no record exists yet. */
const VERSION = 0

type Props = {
  article: { id: string; byline: string; language: string; dir: 'ltr' | 'rtl' }
  claims: readonly AskableClaim[]
  /** The ids of the claims that are chosen at first. */
  chosen: readonly string[]
}

const FIELDS = ['name', 'house', 'email', 'text', 'claims', 'dueAt', 'expiresAt'] as const

/** Asks the writer or an outside expert. What is typed stays when the page is loaded again. */
export function AskForm({ article, claims, chosen }: Props) {
  const t = useTranslations('question.desk')
  const tKind = useTranslations('question.kind')
  const zone = useTimeZone() ?? 'UTC'
  const stored = emptyAsking(article, chosen)
  const draft = `question:${article.id}`
  const form = useEditing<Asking>({ draft, stored, version: VERSION })
  const { run, busy, failure } = useAction(askAction)
  const issue = useIssue(failure)
  const [made, setMade] = useState<Parameters<typeof NewAddress>[0] | null>(null)
  const send = async () => {
    const asking = form.now()
    const asked = askedOf(asking, zone, new Date())
    const result = await run({ ...asked, articleId: article.id, requestKey: requestKeyOf(draft) })
    if (isSettled(result)) forgetRequestKey(draft)
    if (!result?.ok) return
    const { address, mailed } = result.value
    setMade({ name: asking.name, address, mailed })
    form.end(VERSION, stored)
  }
  const { value } = form
  const optional = (label: string) => `${label} (${t('optional')})`
  const typed = (field: 'name' | 'house' | 'email') => ({
    value: value[field],
    onChange: ({ target }: { target: HTMLInputElement }) => form.set({ [field]: target.value }),
  })
  return (
    <EarlyForm
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {made && <NewAddress {...made} />}
      <FailureBanner failure={failure} fields={FIELDS} />
      <ChoiceButtons
        label={t('kind')}
        value={value.kind}
        onChoose={(kind) => form.set(askingOf(kind as QuestionKind, form.now(), article.byline))}
        options={QUESTION_KINDS.map((kind) => ({ value: kind, label: tKind(kind) }))}
      />
      <Field label={t('name')} error={issue('name')}>
        <Input dir="auto" {...typed('name')} />
      </Field>
      {value.kind === 'expert' && (
        <Field label={optional(t('house'))} hint={t('houseHint')} error={issue('house')}>
          <Input dir="auto" {...typed('house')} />
        </Field>
      )}
      <Field label={optional(t('email'))} error={issue('email')}>
        <Input type="email" dir="ltr" autoComplete="off" {...typed('email')} />
      </Field>
      <Field label={t('text')} error={issue('text')}>
        <Textarea dir="auto" value={value.text} onChange={({ target }) => form.set({ text: target.value })} />
      </Field>
      <AskedClaims
        {...{ claims, article, error: issue('claims') }}
        chosen={value.claims}
        onChange={(ids) => form.set({ claims: ids })}
      />
      <Field label={t('language')}>
        <Select
          value={value.language}
          onChange={({ target }) => form.set({ language: target.value as Locale })}
        >
          {LOCALES.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {LANGUAGES[locale].name}
            </option>
          ))}
        </Select>
      </Field>
      <MomentField
        label={optional(t('dueAt'))}
        error={issue('dueAt')}
        value={value.dueAt}
        onChange={(dueAt) => form.set({ dueAt })}
      />
      <Field label={t('life')} error={issue('expiresAt')}>
        <Select value={value.days} onChange={({ target }) => form.set({ days: Number(target.value) })}>
          {LIVES.map((days) => (
            <option key={days} value={days}>
              {t('days', { days })}
            </option>
          ))}
        </Select>
      </Field>
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {t('ask')}
        </Button>
      </div>
    </EarlyForm>
  )
}
