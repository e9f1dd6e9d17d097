'use server'

import { redirect } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { checkAnswer, sendAnswer } from '@/domain/question/asked/commands'
import { answerSchema } from '@/domain/question/schema'
import { openAction, type ActionFailure } from '@/app/server/action'
import { NOTHING_TYPED, partsIn, typedIn, type AnswerFormState, type AnswerValues } from './answer-state'

const checked = openAction(answerSchema, checkAnswer, 'answers')
const sent = openAction(answerSchema, sendAnswer, 'answers')

async function refused(values: AnswerValues, failure: ActionFailure): Promise<AnswerFormState> {
  const [t, tErrors, format] = await Promise.all([
    getTranslations('question.page'),
    getTranslations('errors'),
    getFormatter(),
  ])
  const sentence = (key: string, params?: object) => tErrors(key as 'invalid', params as never)
  const before = failure.key === 'answerSent' ? (failure.current as { at: string }) : null
  return {
    ...NOTHING_TYPED,
    values,
    problems: Object.fromEntries(
      failure.issues.map(({ path, key, params }) => [path, sentence(key, params)]),
    ),
    failure: before ? null : sentence(failure.key, failure.params),
    already: before && t('already', { at: format.dateTime(new Date(before.at), 'long') }),
  }
}

/** Handles the form of an answer: it is read over before it is sent. It answers with everything that was typed. */
export async function answerAction(_: AnswerFormState, form: FormData): Promise<AnswerFormState> {
  const { step, secret = '', revision = '', language = '', ...values } = typedIn(form)
  if (step === 'write') return { ...NOTHING_TYPED, values }
  const input = { secret, revision, items: partsIn(values) }
  const result = await (step === 'send' ? sent(input) : checked(input))
  if (!result.ok) return refused(values, result)
  if (step !== 'send') return { ...NOTHING_TYPED, step: 'read', values }
  redirect(`/questions/${encodeURIComponent(secret)}?sent=1&language=${encodeURIComponent(language)}`)
}
