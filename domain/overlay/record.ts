import 'server-only'
import { isReviewed } from '@/domain/claim/rules'
import type { PlacedClaim } from '@/domain/claim/record'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { locateRows, outcomesOf, type OverlayRow, type Standing } from './rules'
import type { ListedRow } from './schema'

/** A claim that a row becomes. */
export type LaidClaim = PlacedClaim & { row: number }

/** The line that a claim's history begins with. */
export const lineOf = (actor: Actor, { id, number, claim, anchor }: LaidClaim) => ({
  actor,
  verb: 'claim.made' as const,
  claimId: id,
  subjectId: id,
  after: {
    number,
    quote: anchor.quote,
    ...(isReviewed(claim.status) && { status: claim.status }),
    ...(claim.finding && { finding: claim.finding }),
    ...(claim.sources.length > 0 && { sources: claim.sources.length }),
  },
})

/** The places of the claims that stand in a revision. */
export async function readPlaces(tx: Tx, revisionId: string): Promise<Standing[]> {
  const anchors = await tx.anchor.findMany({
    where: { revisionId, state: { not: 'orphaned' }, claim: { withdrawnAt: null } },
    select: { start: true, end: true, claim: { select: { number: true } } },
  })
  return anchors.map(({ claim, ...span }) => ({ ...span, number: claim.number }))
}

/** What a list made when it was handed in before, with its rows as they stood then; null when it made no claim. */
export async function laidBefore(
  tx: Tx,
  articleId: string,
  subjectId: string,
  listed: readonly ListedRow[],
): Promise<{
  revision: number
  rows: OverlayRow[]
  claims: { id: string; number: number; row: number }[]
} | null> {
  const event = await tx.event.findFirst({ where: { articleId, verb: 'claim.laid_over', subjectId } })
  if (!event) return null
  const told = event.after as { revision: number; claims: number; first: number }
  const made = await tx.claim.findMany({
    where: { articleId, number: { gte: told.first, lt: told.first + told.claims } },
    orderBy: { number: 'asc' },
    select: { id: true, number: true },
  })
  const revision = await tx.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId, number: told.revision } },
    select: { id: true, text: true },
  })
  const before = (await readPlaces(tx, revision.id)).filter((claim) => claim.number < told.first)
  const rows = outcomesOf(revision.text, before, locateRows(revision.text, listed))
  const anchored = rows.filter((row) => row.outcome === 'anchored')
  const claims = made.flatMap((claim, index) => {
    const row = anchored[index]?.row
    return row === undefined ? [] : [{ ...claim, row }]
  })
  return { revision: told.revision, rows, claims }
}
