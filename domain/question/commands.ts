import 'server-only'
import type { z } from 'zod'
import { openArticle } from '@/domain/article/open'
import { dayIn } from '@/domain/calendar/clock'
import { openStandingClaim } from '@/domain/claim/open'
import { beginThreads } from '@/domain/comment/write'
import { forbidden, invalid, notFound, ruleBroken, type Issue } from '@/domain/errors'
import { recordEvents } from '@/domain/history/record'
import { may } from '@/domain/permissions'
import { claimRequest } from '@/domain/request/write'
import { insertSource } from '@/domain/source/write'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { logAccess } from '@/services/log'
import { mailIsSetUp } from '@/services/mail'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import { mailQuestion } from './mail/write'
import { hashOf, openQuestion, secretOf } from './open'
import { DAY_MS, LIFE_DAYS, LIFE_DAYS_MAX, QUESTIONS_MAX, stanceOf } from './rules'
import type { askSchema, NewQuestion, revokeQuestionSchema, takeAnswerSchema } from './schema'

/** When the address ends. @throws DomainError `invalid` at each date that cannot be kept */
function endOfAddress({ dueAt, expiresAt }: Pick<NewQuestion, 'dueAt' | 'expiresAt'>, at: Date): Date {
  const end = expiresAt ?? new Date(at.getTime() + LIFE_DAYS * DAY_MS)
  const issues: Issue[] = []
  if (end <= at) issues.push({ path: 'expiresAt', key: 'notInFuture' })
  if (end.getTime() > at.getTime() + LIFE_DAYS_MAX * DAY_MS)
    issues.push({ path: 'expiresAt', key: 'expiresTooLate', params: { days: LIFE_DAYS_MAX } })
  if (dueAt && dueAt <= at) issues.push({ path: 'dueAt', key: 'notInFuture' })
  else if (dueAt && dueAt > end) issues.push({ path: 'dueAt', key: 'dueAfterEnd' })
  if (issues.length > 0) throw invalid(issues)
  return end
}

/** The claims that a question is about. @throws DomainError `invalid` for each that is not in force in the article */
async function requireClaims(tx: Tx, articleId: string, claims: readonly string[]): Promise<string[]> {
  const ids = [...new Set(claims)]
  const found = await tx.claim.findMany({
    where: { id: { in: ids }, articleId, withdrawnAt: null },
    select: { id: true },
  })
  const known = new Set(found.map(({ id }) => id))
  const issues = claims.flatMap((id, index): Issue[] =>
    known.has(id) ? [] : [{ path: `claims.${index}`, key: 'noSuchClaim' }],
  )
  if (issues.length > 0) throw invalid(issues)
  return ids
}

/** A question about a confidential article opens with a code sent by mail. @throws DomainError `invalid` without one */
function requireMail(email: string): void {
  if (email === '') throw invalid([{ path: 'email', key: 'confidentialNeedsEmail' }])
  if (!mailIsSetUp()) throw invalid([{ path: 'email', key: 'confidentialNeedsMail' }])
}

const isMailed = async (tx: Tx, questionId: string) =>
  mailIsSetUp() && (await tx.question.count({ where: { id: questionId, email: { not: '' } } })) > 0

/**
 * Asks the writer of an article or an outside expert, who answer at a secret address. The question begins a thread on
 * each of its claims, or on the article. A repeated request with the same `requestKey` asks once.
 * @returns the question's id, and the secret of its address, of which only a hash is stored
 */
export async function ask(
  actor: Actor,
  input: z.output<typeof askSchema>,
): Promise<{ id: string; secret: string; mailed: boolean }> {
  if (!may(actor, 'askOutside')) throw forbidden()
  const { requestKey, articleId, claims, text, ...asked } = input
  const made = await inTransaction(async (tx) => {
    const article = await openArticle(tx, articleId)
    const { first, subjectId } = await claimRequest(tx, actor.id, requestKey, newId(), input)
    if (!first) return { id: subjectId, mailed: await isMailed(tx, subjectId) }
    if (article.confidential) requireMail(asked.email)
    const expiresAt = endOfAddress(input, now())
    const about = await requireClaims(tx, articleId, claims)
    if ((await tx.question.count({ where: { articleId } })) >= QUESTIONS_MAX)
      throw ruleBroken('text', 'questionsFull', { max: QUESTIONS_MAX })
    const hash = hashOf(secretOf(subjectId))
    const question = { ...asked, id: subjectId, articleId, text, expiresAt, hash, askedById: actor.id }
    await tx.question.create({ data: { ...question, askedAt: now() } })
    await tx.questionClaim.createMany({ data: about.map((claimId) => ({ claimId, questionId: subjectId })) })
    const places = about.length > 0 ? about : [null]
    const thread = { questionId: subjectId, text, byId: actor.id }
    await beginThreads(
      tx,
      places.map((claimId) => ({ articleId, claimId })),
      thread,
    )
    const { kind, name } = asked
    await recordEvents(
      tx,
      articleId,
      places.map((claimId) => ({
        actor,
        verb: 'question.asked' as const,
        subjectId,
        claimId: claimId ?? undefined,
        after: { askedKind: kind, outside: name, question: text },
      })),
    )
    const mailed = await mailQuestion(tx, { ...question, dueAt: asked.dueAt ?? null, article })
    return { id: subjectId, mailed }
  })
  logAccess('question_asked', { question: made.id, by: actor.id })
  return { ...made, secret: secretOf(made.id) }
}

/** Ends the address of a question. What was answered stays. A repeated request changes nothing. */
export async function revokeQuestion(
  actor: Actor,
  { id }: z.output<typeof revokeQuestionSchema>,
): Promise<{ id: string }> {
  const revoked = await inTransaction(async (tx) => {
    const { question } = await openQuestion(tx, { id })
    if (!may(actor, 'revokeQuestion', question)) throw forbidden()
    if (question.revokedAt) return false
    await tx.question.update({ where: { id }, data: { revokedAt: now(), revokedById: actor.id } })
    await recordEvents(tx, question.articleId, [
      { actor, verb: 'question.revoked', subjectId: id, after: { outside: question.name } },
    ])
    return true
  })
  if (revoked) logAccess('question_revoked', { question: id, by: actor.id })
  return { id }
}

const TAKEN_FROM = {
  include: {
    answer: { include: { question: { select: { name: true, house: true } } } },
    source: { select: { id: true, removedAt: true } },
  },
} as const

/**
 * Makes a source of what somebody outside said about a claim: an interview, which supports the claim or refutes it as
 * they said. What was taken already is not taken twice, unless its source was removed.
 * @returns the source's id
 */
export async function takeAnswer(
  actor: Actor,
  input: z.output<typeof takeAnswerSchema>,
): Promise<{ id: string }> {
  if (!may(actor, 'editSources')) throw forbidden()
  return inTransaction(async (tx) => {
    const place = await tx.answerItem.findUnique({ where: { id: input.id }, select: { claimId: true } })
    if (!place) throw notFound()
    if (place.claimId === null) throw ruleBroken('id', 'answerOfArticle')
    const open = await openStandingClaim(tx, actor, place.claimId)
    const item = await tx.answerItem.findUniqueOrThrow({ where: { id: input.id }, ...TAKEN_FROM })
    if (item.source && !item.source.removedAt) return { id: item.source.id }
    const { question, at } = item.answer
    const id = newId()
    await insertSource(open, id, {
      kind: 'interview',
      title: [question.name, question.house].filter(Boolean).join(' · '),
      publisher: question.house,
      stance: stanceOf(item.verdict),
      primary: true,
      excerpt: item.text || item.proposed,
      locator: '',
      url: null,
      published: null,
      accessed: dayIn(at, settings().newsroomTimeZone),
    })
    await tx.answerItem.update({ where: { id: item.id }, data: { sourceId: id } })
    return { id }
  })
}
