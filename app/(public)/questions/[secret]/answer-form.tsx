'use client'

import { useActionState, useId, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import type { Asked } from '@/domain/question/asked/shape'
import { answerAction } from './actions'
import { isTyped, NOTHING_TYPED, partOf, type AnswerFormState } from './answer-state'
import { PartFields } from './part-fields'
import { Said } from './said'
import { useTyped } from './use-typed'

type Props = {
  asked: Pick<Asked, 'id' | 'kind' | 'parts' | 'revision' | 'open'>
  secret: string
  language: string
  own: { lang: string; dir: 'ltr' | 'rtl' }
}

/** What was typed, as it will be sent, with the fields that carry it. */
function ReadOver({ asked, state, own }: Props & { state: AnswerFormState }) {
  const typed = asked.parts.map((part, index) => ({ ...partOf(state.values, index), quote: part.quote }))
  return (
    <>
      {Object.entries(state.values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {typed.filter(isTyped).map((said, index) => (
        <Said key={index} said={said} own={own} />
      ))}
    </>
  )
}

/** Why nothing was sent, and where to see what was. */
function Refused({ state }: { state: AnswerFormState }) {
  const t = useTranslations('question.page')
  if (state.already)
    return (
      <Banner tone="warn" title={state.already}>
        <p>{t('alreadyHint')}</p>
        <a className="link" href="">
          {t('seeSent')}
        </a>
      </Banner>
    )
  if (!state.failure) return null
  return (
    <Banner tone="error" title={t('failed')}>
      <p>{state.problems.items ?? state.failure}</p>
    </Banner>
  )
}

function Fields({ state, sending, ...props }: Props & { state: AnswerFormState; sending: boolean }) {
  const t = useTranslations('question.page')
  const button = (step: string, words: ReactNode, variant: 'primary' | 'ghost') => (
    <Button type="submit" name="step" value={step} variant={variant} busy={sending}>
      {words}
    </Button>
  )
  if (state.step === 'read')
    return (
      <>
        <div>
          <h2 className="text-lg font-semibold">{t('reading')}</h2>
          <p className="public-lead">{t('readingHint')}</p>
        </div>
        <ReadOver {...props} state={state} />
        <div className="flex flex-wrap gap-2">
          {button('send', t('send'), 'primary')}
          {button('write', t('change'), 'ghost')}
        </div>
      </>
    )
  return (
    <>
      <h2 className="text-lg font-semibold">{t('answerTitle')}</h2>
      {props.asked.parts.map((part, index) => (
        <PartFields key={part.claimId} {...{ part, index, state, kind: props.asked.kind, own: props.own }} />
      ))}
      <p className="text-sm text-ink-muted">{t('draft')}</p>
      <div>{button('read', t('readOver'), 'primary')}</div>
    </>
  )
}

/**
 * The answer to a question, which is read over before it is sent. A plain form that works without scripts; after an
 * error it returns with everything that was typed, also when the text was answered in another window meanwhile.
 */
export function AnswerForm(props: Props) {
  const { asked, secret, language } = props
  const [state, send, sending] = useActionState(answerAction, NOTHING_TYPED)
  const form = useId()
  useTyped(form, asked.id, asked.revision)
  if (!asked.open && !state.already) return null
  return (
    <form id={form} action={send} className="public-form question-form" noValidate>
      <Refused state={state} />
      <input type="hidden" name="secret" value={secret} />
      <input type="hidden" name="revision" value={asked.revision} />
      <input type="hidden" name="language" value={language} />
      <Fields key={state.step} {...props} state={state} sending={sending} />
    </form>
  )
}
