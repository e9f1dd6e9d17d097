import 'server-only'
import { ruleBroken } from '@/domain/errors'
import { rolesThatMay } from '@/domain/permissions'
import type { Tx } from '@/prisma/client'

/** @throws DomainError `rule` when any of these people is unknown, has left or takes no work */
export async function requireWorkers(tx: Tx, ids: readonly string[]): Promise<void> {
  const able = await tx.user.count({
    where: { id: { in: [...ids] }, deactivatedAt: null, role: { in: rolesThatMay('takeWork') } },
  })
  if (able !== new Set(ids).size) throw ruleBroken('assigneeId', 'cannotBeAssigned')
}
