import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { readingOf } from '@/text/reading'
import { work } from '@/domain/text-work/pool/worker'
import type { GivenImport } from './rows/rows'
import { locateRows, readPlaces } from './open'
import { countOutcomes, outcomesOf } from './rules'
import type { ClaimImport } from './schema'
import type { ImportPreview } from './shape'

/**
 * Where the rows of a list would stand in an article's newest revision, with the nearest words for rows that are not
 * found. It writes nothing.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function previewClaimImport(
  actor: Actor,
  articleId: string,
  list: ClaimImport,
): Promise<ImportPreview> {
  if (!may(actor, 'makeClaim')) throw forbidden()
  const revision = await db().revision.findFirst({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, text: true, headline: true },
  })
  if (!revision) throw notFound()
  const text = readingOf(revision)
  const located = await locateRows(text, list.rows, 'locateOrOffer')
  const rows = outcomesOf(text, await readPlaces(db(), revision.id), located)
  return { revision: revision.number, counts: countOutcomes(rows), rows, ignored: list.ignored }
}

/** An estimate of one row's size in UTF-16 units. The true size is unknown until the row is read. */
const ROW_UNITS = 200

/** Reads a list, in a worker thread when it is long. @throws DomainError `invalid` at `list` */
export function readClaimImport(given: GivenImport): Promise<ClaimImport> {
  const units = 'list' in given ? given.list.length : given.rows.length * ROW_UNITS
  return work('readGivenImport', given, { units, field: 'list' })
}
