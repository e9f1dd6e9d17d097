import 'server-only'
import { findQuote } from '@/domain/correction/read'
import { alikeTo } from '@/domain/reuse/read'
import { work } from '@/domain/text-work/run'
import type { Tx } from '@/prisma/client'
import type { FoundPlace } from './repeats'

type Of = {
  articleId: string
  claimId: string | null
  language: string
  quote: string
  replacement: string | null
  right: string
}

/** Places in this and in other articles that say the same as the wrong words; none when no words are given. */
export async function findRipples(tx: Tx, of: Of): Promise<FoundPlace[]> {
  if (of.quote.trim() === '') return []
  const [here, elsewhere] = await Promise.all([
    repeatsHere(tx, of),
    alikeTo(of.quote, of.language, { articleId: of.articleId }),
  ])
  return [
    ...here,
    ...elsewhere.map(({ kind, id, text, article, score, reasons }) => ({
      articleId: article.id,
      claimId: kind === 'claim' ? id : null,
      quote: text,
      score,
      reasons,
    })),
  ]
}

/** Other places of the newest text of the article itself. */
async function repeatsHere(tx: Tx, of: Of): Promise<FoundPlace[]> {
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
  const at = found?.kind === 'span' ? { start: found.start, end: found.end } : null
  const given = { quote, right: replacement ?? right, language, at, ...(rows ?? NOTHING) }
  const repeats = await work('findRepeats', given, { units: given.sentences.length, field: 'quote' })
  return repeats.map((one) => ({ ...one, articleId }))
}

const NOTHING = { sentences: '[]', claims: '[]' }
