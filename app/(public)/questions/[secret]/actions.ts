'use server'

import { redirect } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { checkAnswer, seeQuestion, sendAnswer } from '@/domain/question/asked/commands'
import { answerSchema, seeQuestionSchema } from '@/domain/question/schema'
import { openAction, type ActionFailure } from '@/app/server/action'
import { keepProof, proofOfBrowser } from '@/app/server/question'
import { enterCode, sendCode } from '@/domain/question/code/commands'
import { enterCodeSchema, sendCodeSchema } from '@/domain/question/code/schema'
import type { CodeState } from './code-state'
import { NOTHING_TYPED, partsIn, typedIn, type AnswerFormState, type AnswerValues } from './answer-state'

/** Keeps that a person has the question before them. */
export const seenAction = openAction(
  seeQuestionSchema,
  async ({ secret }) => seeQuestion({ secret, proof: await proofOfBrowser() }),
  'answers',
  { refreshes: false },
)

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
  const proof = await proofOfBrowser()
  const handle = openAction(
    answerSchema,
    async (given) => (step === 'send' ? void (await sendAnswer(given, proof)) : checkAnswer(given, proof)),
    'answers',
  )
  const result = await handle(input)
  if (!result.ok) return refused(values, result)
  if (step !== 'send') return { ...NOTHING_TYPED, step: 'read', values }
  redirect(`/questions/${encodeURIComponent(secret)}?sent=1&language=${encodeURIComponent(language)}`)
}

/** Handles the form of a code: one is sent by mail, or entered. */
export async function codeAction(_: CodeState, form: FormData): Promise<CodeState> {
  const { step, secret = '', code = '', language = '' } = typedIn(form)
  const tErrors = await getTranslations('errors')
  const address = `/questions/${encodeURIComponent(secret)}?language=${encodeURIComponent(language)}`
  const send = openAction(sendCodeSchema, sendCode, 'codesEntered')
  const enter = openAction(enterCodeSchema, enterCode, 'codesEntered')
  const result = await (step === 'send' ? send({ secret }) : enter({ secret, code }))
  if (!result.ok) {
    const { key, params = {} } = result.issues[0] ?? result
    return { code, problem: tErrors(key as 'invalid', params as never) }
  }
  if (result.value) await keepProof(secret, result.value)
  redirect(result.value ? address : `${address}&code=1`)
}
