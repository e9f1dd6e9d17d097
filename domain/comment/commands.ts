import 'server-only'
import type { z } from 'zod'
import { openArticle } from '@/domain/article/open'
import { openClaim } from '@/domain/claim/open'
import { forbidden, invalid, notFound, type Issue } from '@/domain/errors'
import { recordEvents, type ArticleLine } from '@/domain/history/record'
import { may, rolesThatMay } from '@/domain/permissions'
import { claimRequest } from '@/domain/request/write'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { inTransaction } from '@/services/transaction'
import { mentionsIn } from './rules'
import type {
  articleCommentSchema,
  claimCommentSchema,
  newCommentSchema,
  resolveThreadSchema,
} from './schema'
import { REOPENED } from './write'

type Place = { articleId: string; claimId: string | null }
type Words = z.output<typeof newCommentSchema>

/** The people whom a comment names. @throws DomainError `invalid` for each id that names nobody in the text */
async function requireNamed(tx: Tx, { text, mentions }: Words): Promise<string[]> {
  const ids = [...new Set(mentions)]
  const people = await tx.user.findMany({
    where: { id: { in: ids }, deactivatedAt: null, role: { in: rolesThatMay('readClaims') } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const inText = new Set(mentionsIn(text, people).map(({ person }) => person.name))
  const issues = mentions.flatMap((id, index): Issue[] => {
    const name = names.get(id)
    if (name !== undefined && inText.has(name)) return []
    return [{ path: `mentions.${index}`, key: name === undefined ? 'noSuchPerson' : 'mentionNotInText' }]
  })
  if (issues.length > 0) throw invalid(issues)
  return ids
}

/** The first comment of the thread that an answer belongs to. @throws DomainError `invalid` in another place */
async function openThread(tx: Tx, place: Place, threadId: string) {
  const thread = await tx.comment.findUnique({ where: { id: threadId } })
  if (
    thread?.threadId !== threadId ||
    thread.articleId !== place.articleId ||
    thread.claimId !== place.claimId
  )
    throw invalid([{ path: 'threadId', key: 'noSuchThread' }])
  return thread
}

/** Writes a comment in a place whose article is locked. An answer reopens a resolved thread. */
async function say(tx: Tx, actor: Actor, place: Place, id: string, words: Words): Promise<void> {
  const people = await requireNamed(tx, words)
  const thread = words.threadId ? await openThread(tx, place, words.threadId) : null
  const { text } = words
  await tx.comment.create({
    data: { ...place, id, text, threadId: thread?.id ?? id, byId: actor.id, at: now() },
  })
  await tx.mention.createMany({ data: people.map((personId) => ({ commentId: id, personId })) })
  const line = { actor, claimId: place.claimId ?? undefined }
  const lines: ArticleLine[] = [{ ...line, verb: 'comment.written', subjectId: id, after: { comment: text } }]
  if (thread?.resolvedAt) {
    await tx.comment.update({ where: { id: thread.id }, data: REOPENED })
    lines.push({ ...line, verb: 'comment.reopened', subjectId: thread.id })
  }
  await recordEvents(tx, place.articleId, lines)
}

/**
 * Says something about a claim, also about a withdrawn one. A repeated request with the same `requestKey` says it once.
 * @returns the comment's id
 */
export async function commentOnClaim(
  actor: Actor,
  input: z.output<typeof claimCommentSchema>,
): Promise<{ id: string }> {
  if (!may(actor, 'comment')) throw forbidden()
  const { requestKey, claimId, ...words } = input
  return inTransaction(async (tx) => {
    const { article } = await openClaim(tx, actor, claimId)
    const { first, subjectId: id } = await claimRequest(tx, actor.id, requestKey, newId(), input)
    if (first) await say(tx, actor, { articleId: article.id, claimId }, id, words)
    return { id }
  })
}

/** Says something about an article as a whole; otherwise like `commentOnClaim`. @returns the comment's id */
export async function commentOnArticle(
  actor: Actor,
  input: z.output<typeof articleCommentSchema>,
): Promise<{ id: string }> {
  if (!may(actor, 'comment')) throw forbidden()
  const { requestKey, articleId, ...words } = input
  return inTransaction(async (tx) => {
    await openArticle(tx, articleId)
    const { first, subjectId: id } = await claimRequest(tx, actor.id, requestKey, newId(), input)
    if (first) await say(tx, actor, { articleId, claimId: null }, id, words)
    return { id }
  })
}

/** Marks a thread as resolved, or takes that back. A repeated request changes nothing. */
export async function resolveThread(
  actor: Actor,
  { id, resolved }: z.output<typeof resolveThreadSchema>,
): Promise<{ id: string }> {
  if (!may(actor, 'comment')) throw forbidden()
  return inTransaction(async (tx) => {
    const place = await tx.comment.findUnique({ where: { id }, select: { articleId: true, threadId: true } })
    if (place?.threadId !== id) throw notFound()
    await openArticle(tx, place.articleId)
    const thread = await tx.comment.findUniqueOrThrow({ where: { id } })
    if ((thread.resolvedAt !== null) === resolved) return { id }
    await tx.comment.update({
      where: { id },
      data: resolved ? { resolvedAt: now(), resolvedById: actor.id } : REOPENED,
    })
    await recordEvents(tx, thread.articleId, [
      {
        actor,
        verb: resolved ? 'comment.resolved' : 'comment.reopened',
        subjectId: id,
        claimId: thread.claimId ?? undefined,
      },
    ])
    return { id }
  })
}
