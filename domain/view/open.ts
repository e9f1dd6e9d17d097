import 'server-only'
import { notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'

/**
 * Locks and loads a view that this person may change, until the transaction ends. One that they may only see is as
 * unknown here as one that they may not see. @throws DomainError `not_found`
 */
export async function openView(tx: Tx, actor: Actor, id: string) {
  await tx.$queryRaw`select 1 from saved_view where id = ${id}::uuid for no key update`
  const view = await tx.savedView.findUnique({ where: { id } })
  if (!view || !may(actor, 'changeView', view)) throw notFound()
  return view
}

/** Lets one person save or rename one view at a time, so that names and numbers are counted right. */
export const inTurnOf = (tx: Tx, ownerId: string) =>
  tx.$queryRaw`select 1 from "user" where id = ${ownerId}::uuid for no key update`
