import 'server-only'
import type { CarriedClaim } from '@/domain/claim/carried/write'
import { work } from '@/domain/text-work/pool/worker'
import { db, type Tx } from '@/prisma/client'
import type { Block } from '@/text/blocks'
import type { OfferedQuote, WantedQuote } from '@/text/locate-quotes'
import { readingOf } from '@/text/reading'
import { type Body, fieldOf } from './draft'
import type { TextLink } from './links/links'
import type { StoredText } from './stored-text'

export type StandingRow = CarriedClaim['before']

/**
 * Every claim of a revision, withdrawn ones included, with its present verdict. The rows arrive as one JSON text,
 * because reading thousands of rows would block the thread.
 */
export async function readStanding(tx: Tx, revisionId: string): Promise<StandingRow[]> {
  const [row] = await tx.$queryRaw<{ standing: string }[]>`
    select coalesce(json_agg(json_build_object(
        'claimId', c.id, 'quote', a.quote, 'start', a.start, 'end', a."end", 'state', a.state, 'judged', c.judged,
        'claim', json_build_object('id', c.id, 'number', c.number, 'version', c.version, 'status', c.status,
          'quote', c.quote, 'reviewedById', c.reviewed_by_id, 'reviewedAt', c.reviewed_at,
          'signedOffById', c.signed_off_by_id, 'earlier', c.earlier, 'withdrawnAt', c.withdrawn_at,
          'finding', case when c.earlier is null then '' else c.finding end,
          'stances', case when c.earlier is null then '[]' else (
            select coalesce(json_agg(s.stance), '[]') from source s where s.claim_id = c.id and s.removed_at is null
          ) end)
      ) order by c.number), '[]')::text as standing
    from anchor a join claim c on c.id = a.claim_id
    where a.revision_id = ${revisionId}::uuid`
  return JSON.parse(row?.standing ?? '[]') as StandingRow[]
}

/** The links of a revision's text. */
export async function readLinks(tx: Tx, revisionId: string): Promise<TextLink[]> {
  const { links } = await tx.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { links: true },
  })
  return links as unknown as TextLink[]
}

/** The sentences of a revision with their spans, as JSON and in order. */
export async function sentencesJson(tx: Tx, revisionId: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ sentences: string }[]>`
    select coalesce(json_agg(json_build_object('start', start, 'end', "end") order by position), '[]')::text as sentences
    from sentence where revision_id = ${revisionId}::uuid`
  return row?.sentences ?? '[]'
}

/**
 * A handed-in text, in the form in which a revision stores it. @throws DomainError `invalid` with an issue for each
 * problem
 */
export function readRevised(
  body: Body,
  { title: headline, language }: { title: string; language: string },
): Promise<StoredText> {
  const { text, markdown, blocks } = body
  const field = fieldOf(body)
  const units = (markdown ?? text ?? '').length
  return work('readText', { body: { text, markdown, blocks }, headline, language }, { units, field })
}

/** The unchanged text of a revision, with another title. */
export async function readHeadlined(
  articleId: string,
  number: number,
  article: { title: string; language: string },
): Promise<StoredText> {
  const { text, blocks } = await db().revision.findUniqueOrThrow({
    where: { articleId_number: { articleId, number } },
    select: { text: true, blocks: true },
  })
  return readRevised({ text, blocks: blocks as unknown as Block[] }, article)
}

/**
 * Where a quote stands in a revision, its headline included; nowhere when the revision does not exist. When the quote
 * is not found, the nearest words come with the answer. This may take long, so it runs before anything is locked; the
 * text of a revision never changes.
 */
export async function locateInRevision(
  ref: { articleId: string; number: number },
  wanted: WantedQuote,
): Promise<OfferedQuote> {
  const revision = await db().revision.findUnique({
    where: { articleId_number: ref },
    select: { text: true, headline: true },
  })
  if (!revision) return { found: null, words: null, near: [] }
  const text = readingOf(revision)
  return work(
    'locateOneOrOffer',
    { text, wanted },
    { units: text.length + wanted.quote.length, field: 'quote' },
  )
}
