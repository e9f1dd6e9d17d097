import 'server-only'
import { setImmediate as othersTurn } from 'node:timers/promises'
import type { Actor } from '@/domain/user/policy'
import { recordDeliveries } from '@/domain/webhook/record'
import type { Prisma, Tx } from '@/prisma/client'
import { insertRows } from '@/prisma/insert-rows'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
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

/** So many lines are chained before others have their turn. */
const AT_ONCE = 250

type Head = { event_count: number; event_hash: string; has_webhooks: boolean }

/**
 * Takes the article's row until the transaction ends, so that writes to one article follow one another: its chain
 * has one end, and no two of them wait for each other. Call it before any other row of the article is locked.
 */
export async function lockArticle(tx: Tx, articleId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`select 1 from article where id = ${articleId}::uuid for update`
  return rows.length === 1
}

const asJson = (value: Fields | undefined) =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject)

const lineOf = (event: NewEvent, at: Date) => ({
  id: newId(),
  articleId: event.articleId,
  claimId: event.claimId,
  verb: event.verb,
  subjectId: event.subjectId,
  actorId: event.actor.id,
  at,
  before: asJson(event.before),
  after: asJson(event.after),
})

/** Writes one line of history, and what is to be sent of an article's, inside the transaction of the change it tells of. */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<void> {
  if (event.articleId) await recordEvents(tx, event.articleId, [event])
  else await tx.event.create({ data: lineOf(event, now()) })
}

/** Writes several lines of one article's history, in their order. */
export async function recordEvents(tx: Tx, articleId: string, events: readonly NewEvent[]): Promise<void> {
  const [head] = await tx.$queryRaw<
    Head[]
  >`select event_count, event_hash, exists (select 1 from webhook where disabled_at is null) as has_webhooks
    from article where id = ${articleId}::uuid for update`
  if (!head) throw new Error(`No article ${articleId} to record history of`)
  const at = now()
  let hash = head.event_hash
  const lines = []
  for (const [index, event] of events.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await othersTurn()
    const position = head.event_count + 1 + index
    const line = lineOf({ ...event, articleId }, at)
    hash = eventHash(hash, { ...line, position })
    lines.push({ ...line, position, hash })
  }
  await insertRows(tx, 'event', lines)
  await tx.article.update({
    where: { id: articleId },
    data: { eventCount: head.event_count + lines.length, eventHash: hash, updatedAt: at },
  })
  if (head.has_webhooks) await recordDeliveries(tx, lines)
}
