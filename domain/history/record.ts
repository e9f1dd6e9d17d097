import 'server-only'
import { setImmediate as othersTurn } from 'node:timers/promises'
import { knownEnd, rememberEnd, type ChainEnd } from '@/domain/article/counters/chain-end'
import { movedEnd } from '@/domain/article/counters/write'
import type { Actor } from '@/domain/user/policy'
import type { Prisma, Tx } from '@/prisma/client'
import { insertion, insertRows } from '@/prisma/insert-rows'
import { join, raw, type Sql, sql } from '@/prisma/sql'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { eventHash } from './chain'
import type { AdministrationVerb, ArticleVerb, Deed, Verb } from './events'
import type { Line, Listener } from './listener'
import { LISTENERS, TOLD_IN_SQL } from './listeners/record'

/** A line that is to be written. */
type NewLine<V extends Verb> = Deed<V> & { actor: Pick<Actor, 'id'>; subjectId: string }
export type ArticleLine<V extends ArticleVerb = ArticleVerb> = NewLine<V> & { claimId?: string }
export type NewEvent =
  | (ArticleLine & { articleId: string })
  | (NewLine<AdministrationVerb> & { articleId?: undefined; claimId?: string })

/** How many lines are hashed before other requests get a turn, and how many one query inserts beside changes. */
const AT_ONCE = 250

const LISTENING = raw(LISTENERS.map((one) => `(${one.listening})`).join())

const asJson = (value: object | undefined) =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject)

const lineOf = (event: NewLine<Verb> & { claimId?: string }, articleId: string | undefined, at: Date) => ({
  id: newId(),
  articleId,
  claimId: event.claimId,
  verb: event.verb,
  subjectId: event.subjectId,
  actorId: event.actor.id,
  at,
  before: asJson(event.before),
  after: asJson(event.after),
})

/**
 * Writes one line of history and informs the listeners, inside the transaction of the change. Write a line without an
 * article last: all such lines form one chain, whose end stays locked until the transaction ends.
 */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<void> {
  if (event.articleId !== undefined) {
    await recordEvents(tx, event.articleId, [event])
    return
  }
  const end = await readEnd(tx, sql`administration_chain`)
  if (!end) throw new Error('The chain of administration has no end')
  const { lines, end: next } = await linked(end, undefined, [event])
  const moved = sql`update administration_chain set event_count = ${next.count}, event_hash = ${next.hash}`
  await append(tx, lines, [moved])
}

/**
 * Writes several lines of one article's history, in order.
 * @param changes writes that belong to the lines, which the last of their queries carries with it; none may touch a
 *   row that another of them touches
 * @returns how many rows each of these writes touched
 */
export async function recordEvents(
  tx: Tx,
  articleId: string,
  events: readonly ArticleLine[],
  changes: readonly Sql[] = [],
): Promise<number[]> {
  const end = knownEnd(tx, articleId) ?? (await readEnd(tx, sql`article where id = ${articleId}::uuid`))
  if (!end) throw new Error(`No article ${articleId} to record history of`)
  const { lines, end: next, at } = await linked(end, articleId, events)
  const [moved, ...touched] = await append(tx, lines, [movedEnd(articleId, next, at), ...changes])
  if (moved !== 1) throw new Error(`No article ${articleId} to record history of`)
  rememberEnd(tx, articleId, next)
  return touched
}

/** Locks the end of a chain until the transaction ends. */
async function readEnd(tx: Tx, from: Sql): Promise<ChainEnd | undefined> {
  const [end] = await tx.$queryRaw<ChainEnd[]>`
    select event_count as count, event_hash as hash from ${from} for update`
  return end
}

/** The lines with their positions and hashes, and the end of the chain after them. */
async function linked(
  { count, hash: last }: ChainEnd,
  articleId: string | undefined,
  events: readonly (NewLine<Verb> & { claimId?: string })[],
) {
  const at = now()
  let hash = last
  const lines = []
  for (const [index, event] of events.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await othersTurn()
    const position = count + 1 + index
    const line = lineOf(event, articleId, at)
    hash = eventHash(hash, { ...line, position })
    lines.push({ ...line, position, hash })
  }
  return { lines, end: { count: count + lines.length, hash }, at }
}

const heardBy = (listener: Listener, lines: readonly Line[]) =>
  lines.filter(({ verb }) => listener.hears(verb))

/**
 * Inserts lines and makes the changes that belong to them, the last lines and all changes with one query, and
 * informs the listeners.
 * @returns how many rows each change touched
 */
async function append(
  tx: Tx,
  lines: readonly (Line & { position: number; hash: string })[],
  changes: readonly Sql[],
): Promise<number[]> {
  const many = Math.max(0, lines.length - AT_ONCE)
  await insertRows(tx, 'event', lines.slice(0, many))
  const writes = [...changes, ...(lines.length > 0 ? [insertion('event', lines.slice(many))] : [])]
  const named = writes.map((write, index) => sql`${raw(`w${index}`)} as (${write} returning 1)`)
  const counts = changes.map((_, index) => sql`(select count(*)::int from ${raw(`w${index}`)})`)
  const told = TOLD_IN_SQL.map((told) => sql`${told(lines)}::text`)
  const [row] = await tx.$queryRaw<[{ touched: number[]; listening: boolean[] }]>`
    with ${join(named)}
    select array[${join(counts)}] as touched, array[${LISTENING}]::boolean[] as listening${join(told, ', ', ', ')}`
  for (const [index, listener] of LISTENERS.entries()) {
    const heard = row.listening[index] ? heardBy(listener, lines) : []
    if (heard.length > 0) await listener.hear(tx, heard)
  }
  return row.touched
}
