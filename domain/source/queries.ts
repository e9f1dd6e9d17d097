import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import { said } from '@/domain/shape'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import type { SourceOfClaim } from './shape'

/** @throws DomainError `not_found`, also for a removed source */
export async function getSource(actor: Actor, id: string): Promise<SourceOfClaim> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const source = await db().source.findUnique({
    where: { id, removedAt: null },
    select: {
      id: true,
      claimId: true,
      kind: true,
      title: true,
      publisher: true,
      url: true,
      stance: true,
      primary: true,
      excerpt: true,
      locator: true,
      published: true,
      accessed: true,
      version: true,
      createdAt: true,
      createdBy: { select: { id: true, name: true } },
    },
  })
  if (!source) throw notFound()
  return said(source)
}
