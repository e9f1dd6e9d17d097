import 'server-only'
import type { z } from 'zod'
import { containsWords, distanceOfWords } from '@/domain/list/filters'
import type { Bind } from '@/domain/list/table'
import { may, rolesThatMay, type PlainPermission } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { viewHref } from '@/domain/view/lists'
import { sqlPool } from '@/prisma/client'
import { searchTerms } from '@/text/search'
import { numberAsked } from './rules'
import type { paletteParamsSchema } from './schema'
import type { Found, FoundKind } from './shape'

/** Of each kind. */
const MOST = 5

type Asked = { typed: string; article: string | null; reader: string }
type Source = {
  kind: FoundKind
  may: PlainPermission
  /** The query for what was typed; null when it is nothing of this kind. */
  sql: (asked: Asked, bind: Bind) => string | null
}

const CLAIM = `select c.id, c.number, c.quote as label, a.language,
    json_build_object('id', a.id, 'title', a.title, 'language', a.language) as article
  from claim c join article a on a.id = c.article_id`

/** The claims with a number, those of the article on the screen first; else the claims with the words. */
function claimsSql({ typed, article }: Asked, bind: Bind): string {
  const numbered = numberAsked(typed)
  const where = numbered
    ? `c.number = ${bind(numbered.number, 'int')} and ${containsWords('fold_spelling(a.title)', numbered.words, bind)}`
    : containsWords('c.search', typed, bind)
  const here = article === null ? '' : `(c.article_id = ${bind(article, 'uuid')}) desc, `
  const newest = numbered ? 'a.updated_at desc, a.id' : 'c.updated_at desc, c.id'
  return `${CLAIM} where c.withdrawn_at is null and ${where} order by ${here}${newest} limit ${MOST}`
}

function articlesSql({ typed }: Asked, bind: Bind): string {
  const title = 'fold_spelling(title)'
  const distance = distanceOfWords(title, typed, bind)
  return `select id, title as label, language from article where ${containsWords(title, typed, bind)}
    order by ${distance ? `${distance}, ` : ''}updated_at desc, id limit ${MOST}`
}

const peopleSql = ({ typed }: Asked, bind: Bind): string =>
  `select id, name as label from "user"
   where deactivated_at is null and role::text = any(${bind(rolesThatMay('takeWork'), 'text[]')})
     and ${containsWords('fold_spelling(name)', typed, bind)}
   order by name, id limit ${MOST}`

const viewsSql = ({ typed, reader }: Asked, bind: Bind): string =>
  `select id, name as label, list, query from saved_view
   where removed_at is null and (owner_id = ${bind(reader, 'uuid')} or shared)
     and ${containsWords('fold_spelling(name)', typed, bind)}
   order by name, id limit ${MOST}`

/** What is looked through; a further kind of record is one more line, with its permission. */
const SOURCES: readonly Source[] = [
  { kind: 'claim', may: 'readClaims', sql: claimsSql },
  { kind: 'article', may: 'readArticles', sql: articlesSql },
  { kind: 'view', may: 'keepViews', sql: viewsSql },
  { kind: 'person', may: 'readClaims', sql: peopleSql },
]

async function found(source: Source, asked: Asked): Promise<Found[]> {
  const values: unknown[] = []
  const text = source.sql(asked, (value, cast) => `$${values.push(value)}::${cast}`)
  if (text === null) return []
  const { rows } = await sqlPool().query<Omit<Found, 'kind'> & { list?: string; query?: string }>(
    text,
    values,
  )
  return rows.map(({ list, query, ...row }) => ({
    ...{ kind: source.kind, ...row },
    ...(list !== undefined && query !== undefined && { address: viewHref({ list, query }) }),
  }))
}

/** What this person may go to and what fits the typed words, in any spelling; a few of each kind, the best first. */
export async function findByName(
  actor: Actor,
  {
    q = '',
    article = null,
  }: Omit<z.output<typeof paletteParamsSchema>, 'article'> & { article?: string | null },
): Promise<Found[]> {
  if (searchTerms(q).length === 0) return []
  const asked = { typed: q, article, reader: actor.id }
  const sources = SOURCES.filter((source) => may(actor, source.may))
  return (await Promise.all(sources.map((source) => found(source, asked)))).flat()
}
