'use client'

import { useActionState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field, Input, Textarea } from '@/components/ui/field'
import {
  ADDRESS_MAX,
  EMAIL_MAX,
  NAME_MAX,
  PHRASE_MAX,
  PROBLEM_MAX,
  SOURCE_MAX,
} from '@/domain/correction-request/rules'
import type { Locale } from '@/text/locale'
import { sendCorrectionRequestAction } from './actions'
import { NOTHING_SENT, TRAP } from './request-state'

type Word =
  | 'address'
  | 'addressHint'
  | 'phrase'
  | 'phraseHint'
  | 'problem'
  | 'source'
  | 'sourceHint'
  | 'name'
  | 'email'
  | 'optional'
  | 'trap'
  | 'send'
  | 'failed'

type Props = {
  locale: Locale
  articleId: string | null
  /** The page the reader came from. */
  address: string
  words: Record<Word, string>
}

/** A plain form that works without scripts. After an error it returns with everything that was typed. */
export function RequestForm({ locale, articleId, address, words }: Props) {
  const [state, send, sending] = useActionState(sendCorrectionRequestAction, NOTHING_SENT)
  const field = (name: string) => ({ name, defaultValue: state.values[name] ?? '' })
  const optional = (label: string) => (
    <>
      {label} <span className="font-normal">({words.optional})</span>
    </>
  )
  const { problems } = state
  return (
    <form action={send} className="public-form" noValidate>
      {state.failure && (
        <Banner tone="error" title={words.failed}>
          <p>{state.failure}</p>
        </Banner>
      )}
      <input type="hidden" name="language" value={locale} />
      {articleId ? (
        <input type="hidden" name="articleId" value={articleId} />
      ) : (
        <Field label={optional(words.address)} hint={words.addressHint} error={problems.address}>
          <Input
            {...field('address')}
            defaultValue={state.values.address ?? address}
            type="url"
            dir="ltr"
            maxLength={ADDRESS_MAX}
          />
        </Field>
      )}
      <Field label={words.phrase} hint={words.phraseHint} error={problems.phrase}>
        <Textarea {...field('phrase')} dir="auto" rows={2} required maxLength={PHRASE_MAX} />
      </Field>
      <Field label={words.problem} error={problems.problem}>
        <Textarea {...field('problem')} dir="auto" rows={4} required maxLength={PROBLEM_MAX} />
      </Field>
      <Field label={optional(words.source)} hint={words.sourceHint} error={problems.source}>
        <Textarea {...field('source')} dir="auto" rows={2} maxLength={SOURCE_MAX} />
      </Field>
      <Field label={optional(words.name)} error={problems.name}>
        <Input {...field('name')} dir="auto" autoComplete="name" maxLength={NAME_MAX} />
      </Field>
      <Field label={optional(words.email)} error={problems.email}>
        <Input {...field('email')} type="email" dir="ltr" autoComplete="email" maxLength={EMAIL_MAX} />
      </Field>
      <div className="public-trap" data-shown={problems[TRAP] !== undefined}>
        <Field label={words.trap} error={problems[TRAP]}>
          <Input {...field(TRAP)} tabIndex={problems[TRAP] === undefined ? -1 : 0} autoComplete="off" />
        </Field>
      </div>
      <div>
        <Button type="submit" variant="primary" busy={sending}>
          {words.send}
        </Button>
      </div>
    </form>
  )
}
