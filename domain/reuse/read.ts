import 'server-only'
import { likenessKeys } from '@/text/likeness/keys'
import { sqlPool } from '@/prisma/client'
import { now } from '@/services/clock'
import { similarTo, type Candidate, type SimilarPassage } from './rules'

/** Of each kind, those with most keys in common are compared; the others only share a turn of phrase. */
const COMPARED = 60

/** Rows that share a key with $1, those that share most first. Left out are the claim $2 with its words, and the article $3; both may be null. */
const ALIKE = `
  (select 'claim' as kind, c.id, c.quote as text,
      (select string_agg(said, ' ') from jsonb_array_elements_text(coalesce(c.judged->'context', '[]')) said) as context,
      c.version, c.number, c.status::text as status, c.created_at as at, c.article_id, common.n as common
    from claim c, lateral (select count(*) as n from unnest(c.keys) k where k = any($1::int[])) common
    where c.keys && $1::int[] and c.withdrawn_at is null
      and c.id is distinct from $2::uuid and c.article_id is distinct from $3::uuid
    order by common.n desc, c.id desc limit ${COMPARED})
  union all
  (select 'sentence', s.id, s.text, s.text, null, s.position, null, null, s.article_id, common.n
    from sentence s, lateral (select count(*) as n from unnest(s.keys) k where k = any($1::int[])) common
    where s.keys && $1::int[] and s.article_id is distinct from $3::uuid and not exists (
      select 1 from anchor n where n.claim_id = $2::uuid and n.revision_id = s.revision_id
        and n.start < s."end" and n."end" > s.start)
    order by common.n desc, s.id desc limit ${COMPARED})`

/** A key that so many rows have tells little. */
const COMMON_ROWS = 200
/** So many keys are asked for even if all of them are common. */
const LEAST_KEYS = 4
const REMEMBERED_MS = 10 * 60_000

let remembered: { at: number; rows: Promise<Map<number, number>> } | undefined

/** How many rows have the commonest keys, as the database's statistics have it. */
async function readCommonness(): Promise<Map<number, number>> {
  const { rows } = await sqlPool().query<{ key: number; rows: number }>(
    `select e.key, max(f.share * c.reltuples)::float8 as rows
     from pg_stats s
       join pg_class c on c.oid = format('%I.%I', s.schemaname, s.tablename)::regclass,
       unnest(s.most_common_elems::text::int[]) with ordinality e(key, place),
       unnest(s.most_common_elem_freqs) with ordinality f(share, place)
     where s.schemaname = any(current_schemas(false)) and s.tablename in ('claim', 'sentence')
       and s.attname = 'keys' and e.place = f.place
     group by e.key`,
  )
  return new Map(rows.map((row) => [row.key, row.rows]))
}

/** The keys of a statement that few others have: a turn of phrase that thousands use finds nothing. */
async function tellingKeys(text: string): Promise<number[]> {
  const at = now().getTime()
  if (!remembered || at - remembered.at > REMEMBERED_MS) remembered = { at, rows: readCommonness() }
  const common = await remembered.rows.catch(() => new Map<number, number>())
  const rowsOf = (key: number) => common.get(key) ?? 0
  const keys = likenessKeys(text).sort((a, b) => rowsOf(a) - rowsOf(b))
  const telling = keys.filter((key) => rowsOf(key) <= COMMON_ROWS)
  return telling.length >= LEAST_KEYS ? telling : keys.slice(0, LEAST_KEYS)
}

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
}

/** Claims and sentences that say the same as some words, the best match first; those of `own` are left out. */
export async function alikeTo(text: string, language: string, own: Own): Promise<SimilarPassage[]> {
  const { rows } = await sqlPool().query<Row>(
    `select found.kind, found.id, found.text, found.context, found.version, found.number, found.status, found.at,
       a.id as "articleId", a.title, a.language, a.created_at as "createdAt"
     from (${ALIKE}) found join article a on a.id = found.article_id`,
    [await tellingKeys(text), own.claimId ?? null, own.articleId ?? null],
  )
  const candidates = rows.map(
    ({ articleId, title, language: written, createdAt, at, context, ...row }): Candidate => ({
      ...row,
      context: context ?? row.text,
      at: at ?? createdAt,
      article: { id: articleId, title, language: written },
    }),
  )
  return similarTo({ quote: text, context: own.context ?? text }, language, candidates)
}
