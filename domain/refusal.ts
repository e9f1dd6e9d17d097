import { databaseAway } from '@/prisma/availability'
import { troubleOf, type Trouble } from '@/prisma/trouble'
import { DomainError } from './errors'

/** The sentence for each kind of trouble with the database, under `errors` in the message files. */
export const TROUBLE_SENTENCES = {
  away: 'unavailable',
  busy: 'unavailableBusy',
  full: 'unavailableFull',
} as const satisfies Record<Trouble, string>

/**
 * What a reader is to be told of an error: a refusal as it is, trouble with the database as the refusal `unavailable`.
 * Null for everything else, which is a fault of ours.
 */
export function refusalOf(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error
  const trouble = troubleOf(error)
  if (!trouble) return null
  // A broken connection is how one request meets a full disk; who watches the database knows the reason.
  return new DomainError('unavailable', TROUBLE_SENTENCES[databaseAway() ?? trouble])
}
