import 'server-only'
import { lostArticle, openArticle } from '@/domain/article/open'
import { createClaims, madeLine } from '@/domain/claim/made/write'
import { forbidden, invalid, notFound, type Issue } from '@/domain/errors'
import { recordEvents } from '@/domain/history/record'
import { may } from '@/domain/permissions'
import { reopened } from '@/domain/sentence/write'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { readingOf } from '@/text/reading'
import { newId } from '@/services/ids'
import { claimRequest } from '@/domain/request/write'
import { inTransaction } from '@/services/transaction'
import { importedBefore, locateRows, readPlaces } from './open'
import { outcomesOf, type LocatedRow } from './rules'
import type { ImportRow } from './schema'
import type { ImportResult, RowResult } from './shape'

export type ImportClaims = {
  articleId: string
  /** The number of the revision that the sender saw; the newest by default. */
  revision?: number
  rows: readonly ImportRow[]
  /** Refuses the whole list when any row cannot be written. */
  strict?: boolean
  requestKey?: string
}

const ISSUE_OF: Partial<Record<RowResult['outcome'], (row: RowResult) => Issue>> = {
  ambiguous: (row) => ({ path: 'quote', key: 'quoteAmbiguous', params: { count: row.candidates.length } }),
  missing: () => ({ path: 'quote', key: 'quoteMissing' }),
  existing: (row) => ({ path: 'quote', key: 'claimExists', params: { number: row.claim ?? 0 } }),
  duplicate: (row) => ({ path: 'quote', key: 'sameAsRow', params: { row: row.sameAs ?? 0 } }),
}

function refuseLeftOut(rows: readonly RowResult[]) {
  const issues = rows.flatMap((row, index) => {
    const own = ISSUE_OF[row.outcome]?.(row)
    return (own ? [own] : row.outcome === 'anchored' ? [] : row.issues).map((issue) => ({
      ...issue,
      path: `rows.${index}.${issue.path}`.replace(/\.$/, ''),
    }))
  })
  if (issues.length > 0) throw invalid(issues)
}

/**
 * Makes claims from a list's rows, each on its words of the newest revision, with verdict and sources, in one write.
 * Unusable rows are left out and reported; with `strict` they make the whole list fail. A repeated request with the
 * same `requestKey` writes nothing and returns the first answer.
 * @throws DomainError `conflict` when the text has a newer revision; with `strict`, `invalid` with an issue
 *   `rows.<index>.<field>` for each unusable row
 */
export async function importClaims(actor: Actor, input: ImportClaims): Promise<ImportResult> {
  if (!may(actor, 'makeClaim')) throw forbidden()
  const { articleId } = input
  const newest = await db().article.findUnique({ where: { id: articleId }, select: { revision: true } })
  if (!newest) throw notFound()
  const read = await readLocated(articleId, input.revision ?? newest.revision, input.rows)
  return inTransaction(async (tx) => {
    const article = await openArticle(tx, articleId)
    const request = await claimRequest(tx, actor.id, input.requestKey, newId(), input)
    const before = request.first ? null : await importedBefore(tx, articleId, request.subjectId, input.rows)
    if (before) return before
    if (read?.number !== article.revision) throw await lostArticle(tx, actor, articleId, 'textChanged')
    const rows = outcomesOf(read.text, await readPlaces(tx, read.id), read.located)
    if (input.strict) refuseLeftOut(rows)
    const anchored = anchoredOf(rows, read.located)
    if (anchored.length === 0) return { revision: read.number, rows, claims: [] }
    const made = await createClaims(tx, actor, { article, revisionId: read.id }, anchored)
    await recordEvents(tx, articleId, [
      {
        actor,
        verb: 'claim.laid_over',
        subjectId: request.subjectId,
        after: { revision: read.number, claims: made.length, first: article.lastClaim + 1 },
      },
      ...made.map((one) => madeLine(actor, one)),
      ...(await reopened(tx, actor, article)),
    ])
    return {
      revision: read.number,
      rows,
      claims: made.map(({ id, number, row }) => ({ id, number, row })),
    }
  })
}

/** Locating the words takes time but needs no lock, because the text of a revision never changes. */
async function readLocated(articleId: string, number: number, rows: readonly ImportRow[]) {
  const revision = await db().revision.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { id: true, number: true, text: true, headline: true },
  })
  if (!revision) return null
  const text = readingOf(revision)
  return { id: revision.id, number, text, located: await locateRows(text, rows) }
}

function anchoredOf(rows: readonly RowResult[], located: readonly LocatedRow[]) {
  return rows.flatMap((line, index) => {
    const { listed, words } = located[index] ?? {}
    if (line.outcome !== 'anchored' || !words || !listed || listed.issues) return []
    return [{ id: newId(), row: line.row, claim: listed.claim, anchor: words }]
  })
}
