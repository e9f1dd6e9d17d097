import { likePattern, searchTerms } from '@/domain/text/search'
import { PAGE_SIZE, type Place, type PublishedListParams } from './params'

export type Sql = { text: string; values: unknown[] }

/** Only what readers were told: nothing of a correction that is still being decided may be seen by any of this. */
const PUBLISHED = `c.state = 'published' and c.published_at is not null`

const COLUMNS = `c.id, c.number, c.kind, c.wrong, c."right", c.note, c.explanation, c.published_at as "publishedAt",
  coalesce(c.updated_for_readers_at, c.published_at) as "updatedAt",
  greatest(c.updated_at, a.updated_at) as "changedAt",
  json_build_object('id', a.id, 'title', a.title, 'language', a.language, 'url', a.canonical_url) as article`

const FROM = 'from correction c join article a on a.id = c.article_id'

/** The newest first; one row more than a page, where there is one. `zone` says when a month begins. */
export function listSql(params: PublishedListParams, zone: string): Sql {
  const values: unknown[] = []
  const value = (given: unknown) => `$${values.push(given)}`
  const where = [PUBLISHED]
  if (params.kind) where.push(`c.kind = ${value(params.kind)}::"CorrectionKind"`)
  if (params.article) where.push(`c.article_id = ${value(params.article)}::uuid`)
  if (params.month) {
    const [first, there] = [`${value(`${params.month}-01`)}::timestamp`, `${value(zone)}::text`]
    where.push(
      `c.published_at >= ${first} at time zone ${there}`,
      `c.published_at < (${first} + interval '1 month') at time zone ${there}`,
    )
  }
  for (const term of searchTerms(params.q ?? '')) where.push(`c.search like ${value(likePattern(term))}`)
  if (params.after) {
    const [at, id] = params.after
    where.push(`(c.published_at, c.id) < (${value(at)}::timestamptz, ${value(id)}::uuid)`)
  }
  return {
    text: `select ${COLUMNS} ${FROM} where ${where.join(' and ')}
      order by c.published_at desc, c.id desc limit ${PAGE_SIZE + 1}`,
    values,
  }
}

/** What readers were told of last, anew or for the first time. */
export function updatesSql(limit: number, after?: Place): Sql {
  const beyond = after ? 'and (c.updated_for_readers_at, c.id) < ($1::timestamptz, $2::uuid)' : ''
  return {
    text: `select ${COLUMNS} ${FROM} where ${PUBLISHED} and c.updated_for_readers_at is not null ${beyond}
      order by c.updated_for_readers_at desc, c.id desc limit ${limit}`,
    values: after ? [...after] : [],
  }
}

export const oneSql = (number: number): Sql => ({
  text: `select ${COLUMNS} ${FROM} where ${PUBLISHED} and c.number = $1`,
  values: [number],
})

/** The newest of an article, or of all. */
export const newestSql = (limit: number, articleId?: string): Sql => ({
  text: `select ${COLUMNS} ${FROM} where ${PUBLISHED} ${articleId ? 'and c.article_id = $1::uuid' : ''}
    order by c.published_at desc, c.id desc limit ${limit}`,
  values: articleId ? [articleId] : [],
})
