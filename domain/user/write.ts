import 'server-only'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'

/** Ends all sessions of a person, inside the transaction of the change they end for. */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId } })
}

/** Ends all API tokens of a person, and one-time addresses nobody used yet. @returns how many tokens there were */
export async function revokeTokens(tx: Tx, userId: string): Promise<number> {
  await tx.passwordLink.deleteMany({ where: { userId, usedAt: null } })
  const { count } = await tx.apiToken.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: now() },
  })
  return count
}
