import pg from 'pg'
import { onDatabaseGone, sayDatabaseAway } from '@/prisma/availability'
import { troubleOf, type Trouble } from '@/prisma/trouble'
import { log } from './log'

/** From one look to the next while all is well; a request that meets no database makes us look at once. */
const LOOK_MS = 2_000
/** A server that is there but slow is no reason to send everybody away. */
const PATIENCE_MS = 10_000
const FIRST_DELAY_MS = 250
const LONGEST_DELAY_MS = 15_000

export type Watch = {
  /** The address of the database at this moment. */
  url: () => string
  /** Brings the server back; left out for one that is not ours to start. */
  bringBack?: () => Promise<void>
}

/** Why a database cannot be worked with; null when it answers, also that it has no connection to spare. */
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

/** Whether what is said of a server that does not start, or of a look, tells of a full disk. */
const reasonOf = (error: unknown, trouble: Trouble): Trouble =>
  FULL.test((error as Error | null)?.message ?? '') ? 'full' : trouble

/**
 * Looks after the database until it is told to stop. One that does not answer is said to be away, so that nobody waits
 * for it, and is brought back with a growing delay; what is wrong is logged once and not for every request.
 */
export function watchDatabase({ url, bringBack }: Watch): { stop: () => Promise<void> } {
  let stopped = false
  /** Ends the sleep under way. */
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
