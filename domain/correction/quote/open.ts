import 'server-only'
import { quoteIssue } from '@/domain/anchor/rules'
import { invalid } from '@/domain/errors'
import { work } from '@/domain/text-work/pool/worker'
import type { Tx } from '@/prisma/client'
import type { Span } from '@/text/locate'
import { type Part, readingOf } from '@/text/reading'

type Wanted = { articleId: string; claimId?: string | null; quote: string }

/**
 * Locates the wrong words in the newest text. Of several copies, it is the one that the correction's claim stands on.
 */
export async function findQuote(tx: Tx, { articleId, claimId, quote }: Wanted) {
  const article = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { revision: true, language: true },
  })
  const revision = await tx.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId, number: article.revision } },
    select: { id: true, text: true, headline: true, headlineStart: true, blocks: true },
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
  const text = readingOf(revision)
  const locate = (part?: Part) =>
    work('locateOne', { text, wanted: { quote, part, ...context } }, { units: text.length, field: 'quote' })
  const whole = await locate()
  // A correction names no part. If the text contains the words once, that is meant, even if the headline repeats them.
  const { found } = whole.found?.kind === 'ambiguous' ? await locate('text') : whole
  return { found: found ?? whole.found, revision }
}

/**
 * As `findQuote`, for words that must stand in the text.
 * @throws DomainError `invalid` naming the quote when its words are missing or occur more than once
 */
export async function requireQuote(tx: Tx, wanted: Wanted): Promise<{ span: Span; revision: FoundIn }> {
  const { found, revision } = await findQuote(tx, wanted)
  if (found?.kind === 'span') return { span: found, revision }
  const near = found ? [] : await nearestIn(readingOf(revision), wanted.quote)
  const issue = quoteIssue(found, near)
  throw invalid(issue ? [issue] : [])
}

type FoundIn = Awaited<ReturnType<typeof findQuote>>['revision']

const nearestIn = async (text: string, quote: string) =>
  (await work('locateOneOrOffer', { text, wanted: { quote } }, { units: text.length, field: 'quote' })).near
