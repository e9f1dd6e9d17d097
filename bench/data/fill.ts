import type pg from 'pg'
import { headlineSentences } from '@/domain/sentence/rules'
import { articleRows } from './articles'
import { randomBy, type Random } from './random'
import { headlineOf, readSentences, type Language } from './sentences'
import { TABLES, type Row, type Rows, type Stock } from './stock'

const SEED = 20_260_101
const PEOPLE = 60
const DESKS = 12
/** Each sentence stands in about so many articles. */
const REPEATED = 5
const MOST_SENTENCES = 20_000
const HEADLINES = 1_000
/** Claims of the article with the most. */
const MOST_CLAIMS = 400
/** Claims of the article that pages are measured with. */
export const MEASURED_CLAIMS = 100
/** Rows that one query inserts. */
const AT_ONCE = 4_000

/** How many claims each article has: the first have many, most have few. All together have `claims`. */
function sharesOf(articles: number, claims: number): number[] {
  const others = articles - 1
  const weights = Array.from({ length: others }, (_, rank) => 1 / (rank + 30) ** 0.7)
  const left = claims - MEASURED_CLAIMS
  const all = weights.reduce((sum, one) => sum + one, 0)
  const shares = weights.map((weight) => Math.min(MOST_CLAIMS, Math.floor((left * weight) / all)))
  let missing = left - shares.reduce((sum, one) => sum + one, 0)
  for (let at = 0; missing > 0; at = (at + 1) % others) {
    if ((shares[at] ?? 0) >= MOST_CLAIMS) continue
    shares[at] = (shares[at] ?? 0) + 1
    missing -= 1
  }
  return [MEASURED_CLAIMS, ...shares]
}

async function insert(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE)
    const names = new Set(some.flatMap((row) => Object.keys(row)))
    const columns = [...names].map((name) => `"${name}"`).join(', ')
    await client.query(
      `insert into "${table}" (${columns})
       select ${columns} from jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
      [JSON.stringify(some)],
    )
  }
}

/** Indexes that no constraint needs are built after the rows, which takes a fraction of the time. */
async function withoutIndexes(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made
     from pg_index join pg_class t on t.oid = indrelid
     where t.relname = any($1) and t.relnamespace = current_schema()::regnamespace and not indisunique`,
    [TABLES],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  await work()
  await client.query(`set local maintenance_work_mem = '256MB'`)
  for (const { made } of rows) await client.query(made)
}

async function makePeople(client: pg.Client, random: Random, at: number): Promise<string[]> {
  const rows = Array.from({ length: PEOPLE }, (_, index) => ({
    ...{ id: random.uuid(at), email: `person${index}@bench.factdesk.example`, name: `Person ${index}` },
    ...{ password_hash: '', role: index === 0 ? 'admin' : index % 4 === 1 ? 'editor' : 'checker' },
  }))
  await insert(client, 'user', rows)
  return rows.map(({ id }) => id)
}

async function makeDesks(client: pg.Client, random: Random, at: number): Promise<string[]> {
  const rows = Array.from({ length: DESKS }, (_, index) => ({
    id: random.uuid(at),
    name: `Desk ${index + 1}`,
  }))
  await insert(client, 'desk', rows)
  return rows.map(({ id }) => id)
}

function headlines(random: Random, language: Language) {
  return Array.from({ length: HEADLINES }, () => {
    const headline = headlineOf(random, language)
    return [headline, headlineSentences({ text: '', headline }, language, 0)] as const
  })
}

export type Filled = {
  editor: string
  /** The article with `MEASURED_CLAIMS` claims. */
  article: string
}

/** What a filled database has; null when nobody is in it. */
export async function filledOf(client: pg.Client): Promise<Filled | null> {
  const { rows } = await client.query<Filled | { editor: null }>(
    `select (select id from "user" where email = 'person1@bench.factdesk.example') as editor,
       (select id from article where last_claim = $1 order by id limit 1) as article`,
    [MEASURED_CLAIMS],
  )
  const [filled] = rows
  if (filled?.editor) return filled
  const { rowCount } = await client.query('select from "user" limit 1')
  if (rowCount) throw new Error('The database is not empty, and it was not filled for this.')
  return null
}

type Size = { articles: number; claims: number; until?: Date; tell?: (done: number) => void }

/**
 * Fills a migrated, empty database with articles in both languages and the claims, sources and histories of a desk at
 * work. The same size gives the same rows; moments count back from `until`. Triggers of the database keep the counters.
 */
export async function fill(
  client: pg.Client,
  { articles, claims, until = new Date(), tell }: Size,
): Promise<Filled> {
  const random = randomBy(SEED)
  const distinct = Math.min(MOST_SENTENCES, Math.ceil(claims / REPEATED / 2) + MOST_CLAIMS * 2)
  const sentences = { en: readSentences(random, 'en', distinct), ar: readSentences(random, 'ar', distinct) }
  const shares = sharesOf(articles, claims)
  const all = { en: headlines(random, 'en'), ar: headlines(random, 'ar') }
  const at = until.getTime()
  let measured = ''
  await client.query('begin')
  await client.query('set local statement_timeout = 0')
  const [people, desks] = [await makePeople(client, random, at), await makeDesks(client, random, at)]
  const stock: Stock = { random, until: at, people, desks, sentences, headlines: all }

  async function insertAll() {
    let inserting = Promise.resolve()
    let done = 0
    let waiting = emptyRows()
    const send = async () => {
      const rows = waiting
      waiting = emptyRows()
      // While the database inserts, the next rows are made.
      await inserting
      inserting = (async () => {
        for (const table of TABLES) await insert(client, table, rows[table])
        tell?.((done += rows.claim.length))
      })()
    }
    for (const [index, share] of shares.entries()) {
      const rows = articleRows(stock, index % 2 === 0 ? 'en' : 'ar', share)
      if (index === 0) measured = String(rows.article[0]?.id)
      for (const table of TABLES) for (const row of rows[table]) waiting[table].push(row)
      if (waiting.claim.length >= AT_ONCE) await send()
    }
    await send()
    await inserting
  }

  await withoutIndexes(client, insertAll)
  await client.query('select settle_claim_counts(), settle_key_counts()')
  await client.query('commit')
  await client.query('vacuum analyze')
  return { editor: people[1] ?? '', article: measured }
}

const emptyRows = (): Rows => ({
  ...{
    article: [],
    revision: [],
    sentence: [],
    claim: [],
    anchor: [],
    source: [],
    claim_writer: [],
    event: [],
  },
})
