import 'server-only'
import { sqlPool } from '@/prisma/client'
import { EVERY, likenessKeys } from '@/text/likeness/keys'
import type { AskedAs } from '@/text/likeness/related'
import { weightOf, weightsFrom } from '@/text/likeness/weights'
import { KEYS_WEIGHED, soughtKeys } from './candidates'
import { readKeyCounts } from './counts'
import { similarTo, type Candidate, type SimilarPassage } from './rules'

/** Of each kind, so many of those with the weightiest keys in common are compared. */
const COMPARED = 40

/** Words beyond which a row counts as longer than it is asked for. */
const SHORT_ROW = 12

/** What the keys of a row weigh that are asked for, less for a long row. */
const weightIn = (keys: string) =>
  `(select coalesce(sum(asked.weight), 0) from unnest($3::int[], $4::float8[]) asked(key, weight)
    where asked.key = any(${keys})) / (${SHORT_ROW} + cardinality(${keys}))`

/**
 * The claims and the sentences that are weighed, those with the weightiest keys first. Left out are the claim $1 with its
 * words, and the article $2; both may be null.
 */
const ALIKE = `
  (select 'claim' as kind, c.id, c.quote as text,
      (select string_agg(said, ' ') from jsonb_array_elements_text(coalesce(c.judged->'context', '[]')) said) as context,
      c.version, c.number, c.status::text as status, c.created_at as at, c.article_id
    from claim c
    where (c.keys && $5::int[] or ($6::int[] <> '{}' and c.keys @> $6::int[])) and c.withdrawn_at is null
      and c.id is distinct from $1::uuid and c.article_id is distinct from $2::uuid
    order by ${weightIn('c.keys')} desc, c.id desc limit ${COMPARED})
  union all
  (select 'sentence', s.id, s.text, s.text, null, s.position, null, null, s.article_id
    from sentence s
    where (s.keys && $7::int[] or ($8::int[] <> '{}' and s.keys @> $8::int[]))
      and s.article_id is distinct from $2::uuid and not exists (
        select 1 from anchor n where n.claim_id = $1::uuid and n.revision_id = s.revision_id
          and n.start < s."end" and n."end" > s.start)
    order by ${weightIn('s.keys')} desc, s.id desc limit ${COMPARED})`

type Row = Omit<Candidate, 'article' | 'at' | 'context'> & {
  context: string | null
  at: Date | null
  articleId: string
  title: string
  language: string
  createdAt: Date
}

type Own = {
  claimId?: string
  articleId?: string
  /** The sentences that the words stand in, where there are any. */
  context?: string
  /** A claim unless it is said otherwise. */
  as?: AskedAs
}

/**
 * Claims and sentences that say the same as some words, or may answer them, the best match first; those of `own` are left
 * out.
 */
export async function alikeTo(text: string, language: string, own: Own): Promise<SimilarPassage[]> {
  const keys = likenessKeys(text)
  const counts = await readKeyCounts(keys)
  const all = counts.both.get(EVERY) ?? 0
  const weighed = keys
    .filter((key) => key !== EVERY)
    .map((key) => ({ key, weight: weightOf(counts.both.get(key) ?? 0, all) }))
    .sort((a, b) => b.weight - a.weight || a.key - b.key)
    .slice(0, KEYS_WEIGHED)
  const [claims, sentences] = [soughtKeys(keys, counts.claims), soughtKeys(keys, counts.sentences)]
  const { rows } = await sqlPool().query<Row>(
    `select found.kind, found.id, found.text, found.context, found.version, found.number, found.status, found.at,
       a.id as "articleId", a.title, a.language, a.created_at as "createdAt"
     from (${ALIKE}) found join article a on a.id = found.article_id`,
    [
      ...[own.claimId ?? null, own.articleId ?? null],
      ...[weighed.map(({ key }) => key), weighed.map(({ weight }) => weight)],
      ...[claims.any, claims.both, sentences.any, sentences.both],
    ],
  )
  const candidates = rows.map(
    ({ articleId, title, language: written, createdAt, at, context, ...row }): Candidate => ({
      ...row,
      context: context ?? row.text,
      at: at ?? createdAt,
      article: { id: articleId, title, language: written },
    }),
  )
  const words = { quote: text, context: own.context ?? text }
  const asked = { words, language, as: own.as ?? ('claim' as const) }
  return similarTo(asked, candidates, weightsFrom(counts.both))
}
