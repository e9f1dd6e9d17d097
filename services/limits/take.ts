import { createHmac } from 'node:crypto'
import { sqlPool } from '@/prisma/client'
import { troubleOf } from '@/prisma/trouble'
import { now } from '../clock'
import { settings } from '../settings'
import { LIMITS, type LimitName } from './limits'
import { firstUse, secondsUntil, type LimitRule } from './rule'

export type Taken = { ok: true; used: number } | { ok: false; retryAfterSeconds: number }

/**
 * A stand-in for a sender, an account or a browser in storage and logs. It is stable, and meaningless without the
 * installation's secret.
 */
export const subjectOf = (...named: string[]) =>
  createHmac('sha256', settings().secret ?? '')
    .update(JSON.stringify(named))
    .digest('base64url')

/** `nextUse` of the rule as one query, so that no two uses see the same count. A refusal returns no row. */
const TAKE = `
  insert into limit_use as u (kind, subject, used, free_at, ends_at) values ($1, $2, $3, $4, $5)
  on conflict (kind, subject) do update set (used, free_at, ends_at) = (
    select n.used, n.free_at, case when n.stale or $8::float8 is null then n.ends_at
                                   else greatest(n.free_at, $6::timestamptz) + $10::float8 * interval '1 millisecond' end
    from (select
      u.ends_at <= $6::timestamptz as stale,
      case when u.ends_at <= $6::timestamptz then excluded.used else u.used + 1 end as used,
      case when u.ends_at <= $6::timestamptz then excluded.free_at
           when u.used + 1 < $7::int then to_timestamp(0)
           when $8::float8 is null then u.ends_at
           else $6::timestamptz
             + least($9::float8, $8::float8 * power(2, least(u.used + 1 - $7::int, 40))) * interval '1 millisecond'
      end as free_at,
      case when u.ends_at <= $6::timestamptz then excluded.ends_at else u.ends_at end as ends_at) n)
  where u.free_at <= $6::timestamptz
  returning used, free_at`

type Pool = ReturnType<typeof sqlPool>
type Row = { used: number; free_at: Date }

let taken = 0
const SWEEP_EVERY = 64
const SWEPT_AT_ONCE = 500

/** Removes forgotten rows a few at a time, so that nobody waits for it; later calls remove the rest. */
async function sweep(pool: Pool) {
  taken += 1
  if (taken % SWEEP_EVERY !== 0) return
  await pool
    .query(
      `delete from limit_use where (kind, subject) in
         (select kind, subject from limit_use where ends_at <= now() limit $1 for update skip locked)`,
      [SWEPT_AT_ONCE],
    )
    .catch((error: unknown) => {
      if (!troubleOf(error)) throw error
    })
}

/** Like `take`, for a custom rule. */
export async function takeBy(
  rule: LimitRule,
  kind: string,
  subject: string,
  { waits = false, pool = sqlPool() }: { waits?: boolean; pool?: Pool } = {},
): Promise<Taken> {
  const at = now()
  const first = firstUse(rule, at.getTime(), waits)
  const { rows } = await pool.query<Row>(TAKE, [
    kind,
    subject,
    first.used,
    new Date(first.freeAt),
    new Date(first.endsAt),
    at,
    rule.allowance,
    rule.delay?.firstMs ?? null,
    rule.delay?.longestMs ?? null,
    rule.windowMs,
  ])
  await sweep(pool)
  const row = rows[0] ?? (await currentUse(pool, kind, subject))
  if (rows.length > 0 && row && row.used > 0) return { ok: true, used: row.used }
  return { ok: false, retryAfterSeconds: secondsUntil(row?.free_at.getTime() ?? 0, at.getTime()) }
}

async function currentUse(pool: Pool, kind: string, subject: string): Promise<Row | undefined> {
  const { rows } = await pool.query<Row>(
    'select used, free_at from limit_use where kind = $1 and subject = $2',
    [kind, subject],
  )
  return rows[0]
}

/**
 * Counts one use of a limit before the action, however many come at once.
 * @param subject the user of the limit, by `subjectOf`
 * @param waits whether a first use waits too, when the rule has a delay
 */
export const take = (limit: LimitName, subject: string, options?: { waits?: boolean }): Promise<Taken> =>
  takeBy(LIMITS[limit], limit, subject, options)

/** How much of a limit is used by now. */
export async function usedOf(limit: LimitName, subject: string): Promise<number> {
  const { rows } = await sqlPool().query<{ used: number }>(
    'select used from limit_use where kind = $1 and subject = $2 and ends_at > $3',
    [limit, subject, now()],
  )
  return rows[0]?.used ?? 0
}

/** Refunds a use that turned out not to count; the next one is free. */
export async function giveBack(limit: LimitName, subject: string): Promise<void> {
  await sqlPool().query(
    `update limit_use set used = greatest(used - 1, 0), free_at = to_timestamp(0)
     where kind = $1 and subject = $2`,
    [limit, subject],
  )
}

/** Forgets one subject's use of a limit. */
export async function forget(limit: LimitName, subject: string): Promise<void> {
  await sqlPool().query('delete from limit_use where kind = $1 and subject = $2', [limit, subject])
}
