import 'server-only'
import { mayMakeClaim } from '@/domain/claim/policy'
import { forbidden, notFound } from '@/domain/errors'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { readPlaces } from './record'
import { countOutcomes, layOver, type OutcomeCounts, type OverlayRow } from './rules'
import type { ClaimList } from './schema'

export type Overlay = {
  revision: number
  counts: OutcomeCounts
  rows: OverlayRow[]
  ignored: string[]
}

/**
 * Where the rows of a list would stand in the newest revision of an article; nothing is written.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function previewOverlay(actor: Actor, articleId: string, list: ClaimList): Promise<Overlay> {
  if (!mayMakeClaim(actor)) throw forbidden()
  const revision = await db().revision.findFirst({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, text: true },
  })
  if (!revision) throw notFound()
  const rows = layOver(revision.text, await readPlaces(db(), revision.id), list.rows)
  return { revision: revision.number, counts: countOutcomes(rows), rows, ignored: list.ignored }
}
