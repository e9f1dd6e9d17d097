import 'server-only'
import { setImmediate as othersTurn } from 'node:timers/promises'
import { setChainEnd } from '@/domain/article/counters/write'
import type { Actor } from '@/domain/user/policy'
import type { Prisma, Tx } from '@/prisma/client'
import { insertRows } from '@/prisma/insert-rows'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { eventHash } from './chain'
import type { AdministrationVerb, ArticleVerb, Deed, Verb } from './events'
import { LISTENERS } from './listeners/record'

/** A line that is to be written. */
type NewLine<V extends Verb> = Deed<V> & { actor: Pick<Actor, 'id'>; subjectId: string }
export type ArticleLine<V extends ArticleVerb = ArticleVerb> = NewLine<V> & { claimId?: string }
export type NewEvent =
  | (ArticleLine & { articleId: string })
  | (NewLine<AdministrationVerb> & { articleId?: undefined; claimId?: string })

/** How many lines are hashed before other requests get a turn. */
const AT_ONCE = 250

type Head = { event_count: number; event_hash: string; listening: boolean[] }

const HEAD = `select event_count, event_hash, array[${LISTENERS.map((one) => `(${one.listening})`).join()}] as listening`

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
  if (event.articleId !== undefined) return recordEvents(tx, event.articleId, [event])
  const [head] = await tx.$queryRawUnsafe<Head[]>(`${HEAD} from administration_chain for update`)
  if (!head) throw new Error('The chain of administration has no end')
  const end = await append(tx, head, undefined, [event])
  await tx.administrationChain.updateMany({ data: { eventCount: end.count, eventHash: end.hash } })
}

/** Writes several lines of one article's history, in order. */
export async function recordEvents(tx: Tx, articleId: string, events: readonly ArticleLine[]): Promise<void> {
  const [head] = await tx.$queryRawUnsafe<Head[]>(
    `${HEAD} from article where id = $1::uuid for update`,
    articleId,
  )
  if (!head) throw new Error(`No article ${articleId} to record history of`)
  await setChainEnd(tx, articleId, await append(tx, head, articleId, events))
}

async function append(
  tx: Tx,
  head: Head,
  articleId: string | undefined,
  events: readonly (NewLine<Verb> & { claimId?: string })[],
) {
  const at = now()
  let hash = head.event_hash
  const lines = []
  for (const [index, event] of events.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await othersTurn()
    const position = head.event_count + 1 + index
    const line = lineOf(event, articleId, at)
    hash = eventHash(hash, { ...line, position })
    lines.push({ ...line, position, hash })
  }
  await insertRows(tx, 'event', lines)
  for (const [index, listener] of LISTENERS.entries()) {
    const heard = head.listening[index] ? lines.filter(({ verb }) => listener.hears(verb)) : []
    if (heard.length > 0) await listener.hear(tx, heard)
  }
  return { count: head.event_count + lines.length, hash, at }
}
