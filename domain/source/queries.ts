import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import { said } from '@/domain/shape'
import type { Actor } from '@/domain/user/policy'
import { db, type Tx } from '@/prisma/client'
import type { SourceOfClaim } from './shape'

async function readSource(
  client: Tx,
  actor: Actor,
  where: { id: string; removedAt?: null },
): Promise<SourceOfClaim> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const source = await client.source.findUnique({
    where,
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

/** @throws DomainError `not_found`, also for a removed source */
export const getSource = (actor: Actor, id: string) => readSource(db(), actor, { id, removedAt: null })

/** The source as a transaction sees it, also a removed one. @throws DomainError `not_found` */
export const sourceInTransaction = (tx: Tx, actor: Actor, id: string) => readSource(tx, actor, { id })
