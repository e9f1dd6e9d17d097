import type { Sql } from '@/domain/list/sql'
import type { Sought } from '@/domain/reuse/candidates'

/** Of claims and of sentences, at most so many are compared: those that share the weightiest keys. */
const COMPARED = 40

/** A row with more words than this counts as long. */
const SHORT_ROW = 12

/** SQL for the weight of a row: the weights of the sought keys that it has, less for a long row. */
const weightIn = (keys: string) =>
  `(select coalesce(sum(asked.weight), 0) from unnest($3::int[], $4::float8[]) asked(key, weight)
    where asked.key = any(${keys})) / (${SHORT_ROW} + cardinality(${keys}))`

/**
 * The claims and sentences to compare, those with the weightiest common keys first. It excludes the claim $1 with its
 * words, and the article $2; both may be null.
 */
const ALIKE = `
  (select 'claim' as kind, c.id, c.quote,
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

const CANDIDATES = `
  select found.kind, found.id, found.quote, found.context, found.version, found.number, found.status, found.at,
    a.id as "articleId", a.title, a.language, a.created_at as "createdAt"
  from (${ALIKE}) found join article a on a.id = found.article_id`

type Asked = {
  leftOut: { claimId?: string; articleId?: string }
  weighed: readonly { key: number; weight: number }[]
  claims: Sought
  sentences: Sought
}

/** The claims and sentences to compare with some words. */
export const candidatesSql = ({ leftOut, weighed, claims, sentences }: Asked): Sql => ({
  text: CANDIDATES,
  values: [
    ...[leftOut.claimId ?? null, leftOut.articleId ?? null],
    ...[weighed.map(({ key }) => key), weighed.map(({ weight }) => weight)],
    ...[claims.any, claims.both, sentences.any, sentences.both],
  ],
})
