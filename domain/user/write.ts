import 'server-only'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'

/** Ends all sessions of a person, in the transaction of the change that requires it. */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId } })
}

/**
 * Revokes all API tokens, unused one-time addresses and the calendar of a person. @returns the number of revoked tokens
 */
export async function revokeTokens(tx: Tx, userId: string): Promise<number> {
  await tx.dueCalendar.deleteMany({ where: { userId } })
  await tx.passwordLink.deleteMany({ where: { userId, usedAt: null } })
  const { count } = await tx.apiToken.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: now() },
  })
  return count
}
