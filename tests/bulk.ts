import type { z } from 'zod'
import { beginBulkChange, continueBulkChange, undoBulkChange } from '@/domain/bulk/commands'
import { getBulkChange } from '@/domain/bulk/queries'
import { bulkChangeSchema } from '@/domain/bulk/schema'
import type { Actor } from '@/domain/user/policy'

type Asked = z.input<typeof bulkChangeSchema>

/** A bulk change to its end, with a result for each claim. */
export async function bulk(actor: Actor, asked: Asked) {
  const { id } = await beginBulkChange(actor, bulkChangeSchema.parse(asked))
  while ((await continueBulkChange(actor, { id })).more);
  return getBulkChange(actor, id)
}

export const changeTogether = (actor: Actor, claims: Asked['claims'], change: Asked['change']) =>
  bulk(actor, { claims, change })

/** Undoes a bulk change to its end. */
export async function undoBulk(actor: Actor, id: string) {
  while ((await undoBulkChange(actor, { id })).more);
  return getBulkChange(actor, id)
}
