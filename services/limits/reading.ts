import { countingPool } from '@/prisma/client'
import { troubleOf } from '@/prisma/trouble'
import { now } from '../clock'
import { log, logRefusal } from '../log'
import { LIMITS, type LimitName } from './limits'
import { secondsUntil } from './rule'
import { takeBy, type Taken } from './take'

/** Moments by subject, in milliseconds since 1970. The oldest are dropped beyond a maximum. */
const MOST_KEPT = 10_000
type Moments = Map<string, number>

function keep(moments: Moments, key: string, until: number) {
  moments.delete(key)
  moments.set(key, until)
  for (const [oldest] of moments) {
    if (moments.size <= MOST_KEPT) return
    moments.delete(oldest)
  }
}

/** Until when each subject is refused, so that a flood does not reach the database. */
const refused: Moments = new Map()
/** Until when each subject goes uncounted, after a count has failed. */
const uncounted: Moments = new Map()
const UNCOUNTED_MS = 1_000

/**
 * Counts one reading like `take`. When the count fails, as on a full disk or behind a lock, the reading goes on and
 * the log says so; the database itself then decides whether it can be read. A subject refused again and again is
 * logged once until the wait is over.
 * @param facts further facts for the log
 */
export async function takeForReading(
  limit: LimitName,
  subject: string,
  facts: { method?: string; path?: string } = {},
): Promise<Taken> {
  const key = `${limit} ${subject}`
  const at = now().getTime()
  const until = refused.get(key) ?? 0
  if (until > at) return { ok: false, retryAfterSeconds: secondsUntil(until, at) }
  if ((uncounted.get(key) ?? 0) > at) return { ok: true, used: 0 }
  try {
    const taken = await takeBy(LIMITS[limit], limit, subject, { pool: countingPool() })
    if (!taken.ok && (refused.get(key) ?? 0) <= at) {
      keep(refused, key, at + taken.retryAfterSeconds * 1000)
      logRefusal({ code: 'limited', key: 'tooMany' }, { limit, sender: subject, ...facts })
    }
    return taken
  } catch (error) {
    keep(uncounted, key, at + UNCOUNTED_MS)
    log.warn({ where: 'limits', limit, trouble: troubleOf(error), err: error }, 'A reading was not counted')
    return { ok: true, used: 0 }
  }
}
