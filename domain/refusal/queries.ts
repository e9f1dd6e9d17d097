import { databaseAway } from '@/prisma/availability'
import { troubleOf, type Trouble } from '@/prisma/trouble'
import { DomainError } from '@/domain/errors'

/** The sentence under `errors` for each kind of database trouble. */
export const TROUBLE_SENTENCES = {
  away: 'unavailable',
  busy: 'unavailableBusy',
  full: 'unavailableFull',
} as const satisfies Record<Trouble, string>

/**
 * The refusal that a reader sees for an error. A refusal stays as it is; database trouble becomes `unavailable`. Null
 * for any other error, which is a bug.
 */
export function refusalOf(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error
  const trouble = troubleOf(error)
  if (!trouble) return null
  // To a single request, a full disk may look like a broken connection. The watch over the database knows the real
  // reason.
  return new DomainError('unavailable', TROUBLE_SENTENCES[databaseAway() ?? trouble])
}
