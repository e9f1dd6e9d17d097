import type { Stance } from '@/domain/claim/statuses'
import { foldSearch } from '@/text/fold'

export const QUESTION_KINDS = ['writer', 'expert'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export const ANSWER_VERDICTS = ['correct', 'wrong', 'cannot_say'] as const
export type AnswerVerdict = (typeof ANSWER_VERDICTS)[number]

/** How many questions one article can have, and how many claims one question. */
export const QUESTIONS_MAX = 100
export const ASKED_CLAIMS_MAX = 100
/** In characters. */
export const WORDS_MAX = 5_000
export const NAME_MAX = 200
/** In days: how long an address opens unless somebody says otherwise, and at most. */
export const LIFE_DAYS = 14
export const LIFE_DAYS_MAX = 90

export const DAY_MS = 24 * 60 * 60_000

/** How long a code sent by mail can be entered, how often, and how long the browser that entered it needs no other. */
export const CODE_MS = 10 * 60_000
export const CODE_ATTEMPTS = 5
export const PROOF_MS = 12 * 60 * 60_000

/** The states of a question, as the desk sees them. */
export const QUESTION_STATES = ['sent', 'seen', 'answered', 'expired', 'revoked'] as const
export type QuestionState = (typeof QUESTION_STATES)[number]

type Dated = { expiresAt: Date; revokedAt: Date | null }

/** Why an address does not open any more; null while it does. */
export function endOf(question: Dated, at: Date): 'revoked' | 'expired' | null {
  if (question.revokedAt) return 'revoked'
  return question.expiresAt <= at ? 'expired' : null
}

/** An answered question stays answered, also when its address has ended. */
export function stateOf(
  question: Dated & { seenAt: Date | null },
  answered: boolean,
  at: Date,
): QuestionState {
  if (answered) return 'answered'
  return endOf(question, at) ?? (question.seenAt ? 'seen' : 'sent')
}

/** Whether a question waits for its answer and the day for that has passed. */
export const isLate = (question: { state: QuestionState; dueAt: Date | null }, at: Date): boolean =>
  question.dueAt !== null && question.dueAt <= at && ['sent', 'seen'].includes(question.state)

/** Whether two experts work for one house, however its name is spelled. Without a house nobody does. */
export function sameHouse(one: string, other: string): boolean {
  const [first, second] = [one, other].map((house) => foldSearch(house).folded.trim().replace(/\s+/g, ' '))
  return first !== '' && first === second
}

/** The stance of the source that an answer becomes. */
export function stanceOf(verdict: AnswerVerdict | null): Stance {
  if (verdict === 'correct') return 'supports'
  return verdict === 'wrong' ? 'refutes' : 'context'
}

type Said = {
  verdict: AnswerVerdict | null
  text: string
  proposed: string
  url: string | null
  sourceTitle: string
}

/** Whether a part of an answer says nothing at all. */
export const isSilent = ({ verdict, text, proposed, url, sourceTitle }: Said): boolean =>
  verdict === null && url === null && [text, proposed, sourceTitle].every((words) => words === '')

/** What a part of an answer still lacks; null when it can be sent. */
export function lackOf(
  kind: QuestionKind,
  item: Said,
): { path: keyof Said; key: 'required' | 'answerWhy' } | null {
  if (isSilent(item)) return null
  if (item.sourceTitle !== '' && item.url === null) return { path: 'url', key: 'required' }
  if (kind === 'writer') return null
  if (item.verdict === null) return { path: 'verdict', key: 'required' }
  return item.verdict === 'wrong' && item.text === '' ? { path: 'text', key: 'answerWhy' } : null
}

type Reminded = { dueAt: Date | null; expiresAt: Date }

/** The reminder that is due, if any: a day before the day of the answer, or when that has come. */
export function reminderAt({ dueAt, expiresAt }: Reminded, at: Date): 'before' | 'due' | null {
  if (!dueAt || expiresAt <= at) return null
  const left = dueAt.getTime() - at.getTime()
  if (left <= 0) return left > -DAY_MS ? 'due' : null
  return left <= DAY_MS ? 'before' : null
}

type Answered = {
  answers: readonly {
    at: Date
    items: readonly { id: string; claimId: string | null; sourceId: string | null }[]
  }[]
}

/** The newest answer about a claim that is no source yet. */
export function newestAnswer(questions: readonly Answered[], claimId: string): string | null {
  const open = questions.flatMap(({ answers }) =>
    answers.flatMap(({ at, items }) =>
      items
        .filter((item) => item.claimId === claimId && item.sourceId === null)
        .map(({ id }) => ({ id, at })),
    ),
  )
  return open.sort((a, b) => b.at.getTime() - a.at.getTime())[0]?.id ?? null
}
