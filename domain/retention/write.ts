import 'server-only'
import type { Tx } from '@/prisma/client'
import type { Cleared } from './rules'

/**
 * What ended before $1, the oldest first, up to $2. Each skips what another transaction holds: another instance that
 * clears, or somebody who sends again or undoes. The indexes of the migration `retention` have the same conditions.
 */
export const OLD = {
  deliveries: `select id from delivery
    where state <> 'waiting' and coalesce(delivered_at, created_at) < $1
    order by coalesce(delivered_at, created_at) limit $2 for update skip locked`,
  mails: `select id from mail where state = 'sent' and sent_at < $1
    order by sent_at limit $2 for update skip locked`,
  notices: `select id from notice where read_at is not null and daily_at is null and read_at < $1
    order by read_at limit $2 for update skip locked`,
  bulkChanges: `select id from bulk_change where ended_at is not null and ended_at < $1
    order by ended_at limit $2 for update skip locked`,
  // With the key of a bulk change that waits, the change goes on.
  requestKeys: `select actor_id, key from request r
    where created_at < $1
      and not exists (select 1 from bulk_change b where b.id = r.subject_id and b.ended_at is null)
    order by created_at limit $2 for update of r skip locked`,
} as const satisfies Record<Cleared, string>

/** A bulk change has up to 2,000 claims, and must not lose some of them before the others. */
const MOST: Partial<Record<Cleared, number>> = { bulkChanges: 1 }

const DELETE: Record<Cleared, string> = {
  deliveries: `with old as (${OLD.deliveries}) delete from delivery d using old where d.id = old.id`,
  mails: `with old as (${OLD.mails}) delete from mail m using old where m.id = old.id`,
  notices: `with old as (${OLD.notices}),
    told as (delete from notice_claim c using old where c.notice_id = old.id)
    delete from notice n using old where n.id = old.id`,
  bulkChanges: `with old as (${OLD.bulkChanges}),
    claims as (delete from bulk_change_claim c using old where c.bulk_change_id = old.id)
    delete from bulk_change b using old where b.id = old.id`,
  requestKeys: `with old as (${OLD.requestKeys})
    delete from request r using old where r.actor_id = old.actor_id and r.key = old.key`,
}

/** Clears up to `most` of them that ended before a moment, the oldest first. @returns how many were cleared */
export const clearPiece = (tx: Tx, what: Cleared, before: Date, most: number): Promise<number> =>
  tx.$executeRawUnsafe(DELETE[what], before, Math.min(most, MOST[what] ?? most))
