import 'server-only'
import type { Actor } from '@/domain/user/policy'
import type { Prisma, Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { eventHash } from './chain'
import type { Verb } from './schema'

type Fields = Record<string, unknown>

export type NewEvent = {
  actor: Pick<Actor, 'id'>
  verb: Verb
  subjectId: string
  /** The article whose chain the event continues; none for people and settings. */
  articleId?: string
  claimId?: string
  /** Only the fields that changed. */
  before?: Fields
  after?: Fields
}

type Head = { event_count: number; event_hash: string }

/**
 * Takes the article's row until the transaction ends, so that writes to one article follow one another: its chain
 * has one end, and no two of them wait for each other. Call it before any other row of the article is locked.
 */
export async function lockArticle(tx: Tx, articleId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`select 1 from article where id = ${articleId}::uuid for update`
  return rows.length === 1
}

/** Writes one line of history, inside the transaction of the change it tells of. */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<void> {
  const at = now()
  const json = (value: Fields | undefined) =>
    value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject)
  const line = {
    articleId: event.articleId,
    claimId: event.claimId,
    verb: event.verb,
    subjectId: event.subjectId,
    actorId: event.actor.id,
    at,
    before: json(event.before),
    after: json(event.after),
  }
  if (!event.articleId) {
    await tx.event.create({ data: line })
    return
  }
  const [head] = await tx.$queryRaw<
    Head[]
  >`select event_count, event_hash from article where id = ${event.articleId}::uuid for update`
  if (!head) throw new Error(`No article ${event.articleId} to record history of`)
  const position = head.event_count + 1
  const hash = eventHash(head.event_hash, { ...line, position })
  await tx.event.create({ data: { ...line, position, hash } })
  await tx.article.update({
    where: { id: event.articleId },
    data: { eventCount: position, eventHash: hash, updatedAt: at },
  })
}
