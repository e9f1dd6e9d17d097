import 'server-only'
import { conflict, invalid, notFound } from '@/domain/errors'
import type { Deed, Verb } from '@/domain/history/events'
import { lockArticle, recordEvent, type NewEvent } from '@/domain/history/record'
import type { Located } from '@/text/locate'
import { work } from '@/domain/text-work/run'
import type { Actor } from '@/domain/user/policy'
import type { Prisma, Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { correctionInTransaction } from './queries'
import { needsSecond } from './rules'
import type { StartCorrection } from './schema'

/** The correction with its article locked. @throws DomainError `not_found` */
export async function lockCorrection(tx: Tx, id: string) {
  const place = await tx.correction.findUnique({ where: { id }, select: { articleId: true } })
  if (!place || !(await lockArticle(tx, place.articleId))) throw notFound()
  return tx.correction.findUniqueOrThrow({ where: { id } })
}

export type Stored = Awaited<ReturnType<typeof lockCorrection>>

type CorrectionVerb = Extract<Verb, `correction.${string}`>
/** What was done to a correction; its number is added to it. */
export type CorrectionDeed = {
  [V in CorrectionVerb]: Omit<Deed<V>, 'after'> & {
    after?: Omit<NonNullable<Deed<V>['after']>, 'correction'>
  }
}[CorrectionVerb]

/**
 * Changes a correction and writes its line of history.
 * @returns its version after it
 * @throws DomainError `conflict` with the correction as it is now when `version` is not the newest
 */
export async function writeCorrection(
  tx: Tx,
  actor: Actor,
  { correction, version }: { correction: Stored; version: number },
  data: Prisma.CorrectionUncheckedUpdateManyInput,
  event: CorrectionDeed,
): Promise<number> {
  const written = await tx.correction.updateMany({
    where: { id: correction.id, version },
    data: { ...data, version: { increment: 1 }, updatedAt: now() },
  })
  if (written.count === 0) throw conflict(await correctionInTransaction(tx, actor, correction.id))
  await recordEvent(tx, {
    actor,
    ...event,
    articleId: correction.articleId,
    claimId: correction.claimId ?? undefined,
    subjectId: correction.id,
    after: { correction: correction.number, ...event.after },
  } as NewEvent)
  return version + 1
}

/** Keeps who wrote any part of what is to be approved. */
export async function recordWriter(tx: Tx, correctionId: string, personId: string): Promise<void> {
  await tx.correctionWriter.createMany({ data: [{ correctionId, personId }], skipDuplicates: true })
}

/**
 * Whether the same error of the article was opened as one for two people and rejected: opened again, it is for two
 * people too.
 */
async function neededSecondBefore(tx: Tx, { articleId, claimId, quote }: New): Promise<boolean> {
  const same = [...(claimId ? [{ claimId }] : []), ...(quote ? [{ quote }] : [])]
  if (same.length === 0) return false
  const found = await tx.correction.findFirst({
    where: { articleId, state: 'rejected', secondNeeded: true, OR: same },
    select: { id: true },
  })
  return found !== null
}

type Wanted = { articleId: string; claimId?: string | null; quote: string }

/**
 * Where the erroneous words stand in the newest text. Among copies, the one that the correction's claim stands on.
 */
export async function findQuote(tx: Tx, { articleId, claimId, quote }: Wanted) {
  const article = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { revision: true, language: true },
  })
  const revision = await tx.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId, number: article.revision } },
    select: { id: true, text: true, blocks: true },
  })
  const anchor = claimId
    ? await tx.anchor.findUnique({
        where: { claimId_revisionId: { claimId, revisionId: revision.id } },
        select: { prefix: true, suffix: true, start: true, state: true },
      })
    : null
  const context =
    anchor && anchor.state !== 'orphaned'
      ? { prefix: anchor.prefix, suffix: anchor.suffix, hint: anchor.start }
      : {}
  const { text } = revision
  const wanted = { quote, ...context }
  const { found } = await work('locateOne', { text, wanted }, { units: text.length, field: 'quote' })
  return { found, revision }
}

/** @throws DomainError `invalid` naming the quote, where its words are missing or stand more than once */
export function requireSpan(found: Located): { start: number; end: number } {
  if (found === null) throw invalid([{ path: 'quote', key: 'quoteMissing' }])
  if (found.kind === 'ambiguous')
    throw invalid([{ path: 'quote', key: 'quoteAmbiguous', params: { count: found.candidates.length } }])
  return found
}

type New = Omit<StartCorrection, 'requestKey' | 'readerReportId' | 'foundBy'> & {
  id: string
  foundBy: 'desk' | 'reader' | 'source'
  reportedAt: Date
  /** Null where a reader did. */
  reportedById: string | null
}

/** Stores a correction in its first state, with its line of history. The article must be locked. */
export async function createCorrection(tx: Tx, actor: Actor, fresh: New) {
  const { articleId, id } = fresh
  if (fresh.claimId) {
    const claim = await tx.claim.findFirst({ where: { id: fresh.claimId, articleId }, select: { id: true } })
    if (!claim) throw invalid([{ path: 'claimId', key: 'notFound' }])
  }
  if (fresh.rippleOfId) {
    const origin = await tx.correction.findUnique({ where: { id: fresh.rippleOfId }, select: { id: true } })
    if (!origin) throw invalid([{ path: 'rippleOfId', key: 'notFound' }])
  }
  if (fresh.replacement !== undefined && fresh.replacement !== null && fresh.quote)
    requireSpan((await findQuote(tx, { ...fresh, quote: fresh.quote })).found)
  const { revision } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { revision: true },
  })
  const at = now()
  const made = await tx.correction.create({
    data: {
      ...fresh,
      secondNeeded: needsSecond(fresh) || (await neededSecondBefore(tx, fresh)),
      revision,
      createdAt: at,
      updatedAt: at,
    },
    select: { id: true, number: true },
  })
  await recordWriter(tx, id, actor.id)
  const { kind, severity, foundBy, quote, wrong, right, note, replacement } = fresh
  await recordEvent(tx, {
    actor,
    verb: 'correction.started',
    articleId,
    claimId: fresh.claimId,
    subjectId: id,
    after: { correction: made.number, kind, severity, foundBy, quote, wrong, right, note, replacement },
  })
  return made
}
