import pg from 'pg'
import { onDatabaseGone, sayDatabaseAway } from '@/prisma/availability'
import { troubleOf, type Trouble } from '@/prisma/trouble'
import { log } from './log'

/** Interval between checks while all is well; a request without a database triggers a check at once. */
const LOOK_MS = 2_000
/** How long a check waits. A server that is up but slow is no reason to turn everyone away. */
const PATIENCE_MS = 10_000
const FIRST_DELAY_MS = 250
const LONGEST_DELAY_MS = 15_000

export type Watch = {
  /** The current address of the database. */
  url: () => string
  /** Restarts the server; absent for a server that is not ours to start. */
  bringBack?: () => Promise<void>
}

/** Why a database is unusable; null when it answers, even if only to say that it has no free connection. */
async function look(url: string): Promise<{ trouble: Trouble; error: unknown } | null> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return null
  } catch (error) {
    const trouble = troubleOf(error)
    return trouble === 'busy' ? null : { trouble: trouble ?? 'away', error }
  } finally {
    await client.end().catch(() => undefined)
  }
}

const FULL = /No space left|disk is full/i

/** The reason, or a full disk when an error of the check or of the start reports one. */
const reasonOf = (error: unknown, trouble: Trouble): Trouble =>
  FULL.test((error as Error | null)?.message ?? '') ? 'full' : trouble

/**
 * Watches the database until it is stopped. A database that does not answer is marked as away, so that no request
 * waits for it, and is restarted with a growing delay. The log reports a trouble once, not for every request.
 */
export function watchDatabase({ url, bringBack }: Watch): { stop: () => Promise<void> } {
  let stopped = false
  /** Ends the current sleep. */
  let wake: () => void = () => undefined
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms).unref()
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  let watching = false
  const forget = onDatabaseGone(() => watching && wake())

  const recover = async (found: { trouble: Trouble; error: unknown }) => {
    let reason = reasonOf(found.error, found.trouble)
    sayDatabaseAway(reason)
    log.error({ err: found.error }, 'The database does not answer')
    for (let delay = FIRST_DELAY_MS; !stopped; delay = Math.min(2 * delay, LONGEST_DELAY_MS)) {
      const failed = await bringBack?.().then(
        () => null,
        (error: unknown) => ({ error }),
      )
      const still = failed ? { trouble: 'away' as const, error: failed.error } : await look(url())
      if (!still) {
        sayDatabaseAway(null)
        log.warn('The database is back')
        return
      }
      const now = reasonOf(still.error, still.trouble)
      if (now !== reason) log.error({ err: still.error }, 'The database is still away')
      sayDatabaseAway((reason = now))
      await sleep(delay)
    }
  }

  const run = async () => {
    while (!stopped) {
      watching = true
      await sleep(LOOK_MS)
      watching = false
      const found = stopped ? null : await look(url())
      if (found) await recover(found)
    }
  }
  const ended = run()
  return {
    stop: async () => {
      forget()
      stopped = true
      wake()
      await ended
    },
  }
}
