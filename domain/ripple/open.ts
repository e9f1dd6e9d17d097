import 'server-only'
import { findQuote } from '@/domain/correction/quote/open'
import { alikeTo } from '@/domain/reuse/alike/open'
import { work } from '@/domain/text-work/pool/worker'
import type { Tx } from '@/prisma/client'
import type { Span } from '@/text/locate'
import { saysWhatIsRight, type Repeat } from './repeats'

type Of = {
  /** The correction. */
  id: string
  articleId: string
  claimId: string | null
  language: string
  quote: string
  replacement: string | null
  right: string
}

/** Places in this and other articles that say the same as the wrong words; none when no words are given. */
export async function findRipples(tx: Tx, of: Of): Promise<Repeat[]> {
  if (of.quote.trim() === '') return []
  const [here, elsewhere] = await Promise.all([
    repeatsHere(tx, of),
    alikeTo(of.quote, of.language, { articleId: of.articleId }),
  ])
  const isRight = saysWhatIsRight({ ...of, right: of.replacement ?? of.right })
  const wrong = elsewhere.filter(({ quote, isSame }) => isSame && !isRight(quote))
  return [
    ...here,
    ...wrong.map(({ kind, id, quote, article, score, reasons }) => ({
      articleId: article.id,
      claimId: kind === 'claim' ? id : null,
      quote,
      score,
      reasons,
    })),
  ]
}

type SeenTo = {
  id: string
  articleId: string
  claimId: string | null
  quote: string
  replacement: string | null
  published: boolean
}

/** The corrections that led to this one, and all corrections opened from those, including this one. */
export const seenTo = (tx: Tx, correctionId: string) => tx.$queryRaw<SeenTo[]>`
  with recursive above (id, ripple_of_id) as (
    select id, ripple_of_id from correction where id = ${correctionId}::uuid
    union
    select c.id, c.ripple_of_id from correction c join above a on c.id = a.ripple_of_id
  )
  select id, article_id as "articleId", claim_id as "claimId", quote, replacement, state = 'published' as published
  from correction where id in (select id from above) or ripple_of_id in (select id from above)`

/** The spans of an article in which this error is corrected: the wrong words, or the words that replaced them. */
async function spansSeenTo(tx: Tx, { id, articleId }: Of): Promise<Span[]> {
  const here = (await seenTo(tx, id)).filter((one) => one.articleId === articleId && one.id !== id)
  const located = await Promise.all(
    here.map(({ claimId, quote, replacement, published }) =>
      findQuote(tx, { articleId, claimId, quote: (published && replacement) || quote }),
    ),
  )
  return located.flatMap(({ found }) =>
    found?.kind === 'span' ? [{ start: found.start, end: found.end }] : [],
  )
}

/** Other places in the newest text and headline of the article itself. */
async function repeatsHere(tx: Tx, of: Of): Promise<Repeat[]> {
  const { articleId, quote, language, replacement, right } = of
  const { found, revision } = await findQuote(tx, of)
  const [rows] = await tx.$queryRaw<{ sentences: string; claims: string }[]>`
    select (
        select coalesce(json_agg(json_build_object('start', s.start, 'end', s."end", 'text', s.text)
          order by s.position), '[]')::text
        from sentence s where s.revision_id = ${revision.id}::uuid
      ) as sentences, (
        select coalesce(json_agg(json_build_object('start', a.start, 'end', a."end", 'claimId', c.id, 'quote', a.quote)
          order by a.start, a."end", c.number), '[]')::text
        from anchor a join claim c on c.id = a.claim_id
        where a.revision_id = ${revision.id}::uuid and a.state <> 'orphaned' and c.withdrawn_at is null
      ) as claims`
  const own = found?.kind === 'span' ? [{ start: found.start, end: found.end }] : []
  const at = [...own, ...(await spansSeenTo(tx, of))]
  const given = { quote, right: replacement ?? right, language, at, ...(rows ?? NOTHING) }
  const repeats = await work('findRepeats', given, { units: given.sentences.length, field: 'quote' })
  return repeats.map((one) => ({ ...one, articleId }))
}

const NOTHING = { sentences: '[]', claims: '[]' }
