import 'server-only'
import type { TellingSql } from '@/domain/history/listener'
import { sqlPool, type Tx } from '@/prisma/client'
import { troubleOf } from '@/prisma/trouble'
import { sql } from '@/prisma/sql'
import { MOST_PEOPLE, notificationOf } from './rules'
import type { Notification, PresenceTold } from './shape'

/** The channels on which instances tell each other what changed, and who is where. */
export const CHANGES = 'factdesk_live'
export const PRESENCE = 'factdesk_presence'

/**
 * Tells all instances of each write when it commits, and of none that does not. It names records only, so that each
 * reader still asks for what they may see.
 */
export const liveTold: TellingSql = (lines) =>
  sql`pg_notify(${CHANGES}, ${JSON.stringify(notificationOf(lines))})`

/** Tells the pages of people that they have a notice, when the transaction commits. */
export async function tellNoticed(tx: Tx, people: readonly string[]): Promise<void> {
  for (let from = 0; from < people.length; from += MOST_PEOPLE) {
    const told: Notification = { noticed: people.slice(from, from + MOST_PEOPLE) }
    await tx.$executeRawUnsafe('select pg_notify($1, $2)', CHANGES, JSON.stringify(told))
  }
}

const tell = (channel: string, told: Notification | PresenceTold) =>
  sqlPool().query('select pg_notify($1, $2)', [channel, JSON.stringify(told)])

/** Lets all instances check a person's access again, whose session has just ended. */
export async function tellAccessEnded(personId: string): Promise<void> {
  await tell(CHANGES, { check: personId }).catch((error: unknown) => {
    // The next beat of each stream checks it anyway.
    if (!troubleOf(error)) throw error
  })
}

export const tellPresence = (told: PresenceTold) => tell(PRESENCE, told)
