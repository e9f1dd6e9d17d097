import 'server-only'
import { work } from '@/domain/text-work/pool/worker'
import type { Tx } from '@/prisma/client'
import { readingOf } from '@/text/reading'
import { locatedRows, outcomesOf, quotesOf, type LocatedRow, type Standing } from './rules'
import type { ImportRow } from './schema'
import type { ImportedClaim, RowResult } from './shape'

/** The spans of the claims that stand in a revision. */
export async function readPlaces(tx: Tx, revisionId: string): Promise<Standing[]> {
  return tx.$queryRaw<Standing[]>`
    select a.start, a."end", c.number
    from anchor a join claim c on c.id = a.claim_id
    where a.revision_id = ${revisionId}::uuid and a.state <> 'orphaned' and c.withdrawn_at is null`
}

/**
 * Locates each row's words. This is the slow part, and it needs only the text.
 * @param task `locateOrOffer` also finds the nearest words for the first rows that are not in the text
 */
export async function locateRows(
  text: string,
  rows: readonly ImportRow[],
  task: 'locateAll' | 'locateOrOffer' = 'locateAll',
): Promise<LocatedRow[]> {
  const quotes = quotesOf(rows)
  const units = text.length + quotes.reduce((sum, { quote }) => sum + quote.length, 0)
  return locatedRows(rows, await work(task, { text, quotes }, { units, field: 'list' }))
}

/**
 * The result of an earlier request with the same list, with its rows as they were then; null when it made no claims.
 */
export async function importedBefore(
  tx: Tx,
  articleId: string,
  subjectId: string,
  listed: readonly ImportRow[],
): Promise<{
  revision: number
  rows: RowResult[]
  claims: ImportedClaim[]
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
    select: { id: true, text: true, headline: true },
  })
  const before = (await readPlaces(tx, revision.id)).filter((claim) => claim.number < told.first)
  const text = readingOf(revision)
  const rows = outcomesOf(text, before, await locateRows(text, listed))
  const anchored = rows.filter((row) => row.outcome === 'anchored')
  const claims = made.flatMap((claim, index) => {
    const row = anchored[index]?.row
    return row === undefined ? [] : [{ ...claim, row }]
  })
  return { revision: told.revision, rows, claims }
}
