import pg from 'pg'
import { facetsSql } from '@/domain/claim/facets'
import { claimList, claimListParamsSchema } from '@/domain/claim/list'
import { encodeCursor } from '@/domain/list/cursor'
import { countSql, pageSql, restSql, type Sql } from '@/domain/list/sql'
import type { Keyset } from '@/domain/list/table'
import { articlesSql, peopleSql, workCountsSql, workRowsSql } from '@/domain/work/sql'
import { migrate } from '@/services/migrate'
import { ARTICLES, CLAIMS, makeBenchRows } from './rows'

/**
 * Measures how long the claims list takes to read, on the empty database that DATABASE_URL names:
 *
 * DATABASE_URL=postgres://…/scratch npx tsx --conditions=react-server --tsconfig tsconfig.run.json bench/claims.ts
 *
 * Prints the median of each read in milliseconds and its ratio to a `select 1`. With `--explain`, it also prints the
 * query plans of reads slower than SLOW_MS.
 */
const RUNS = 9
const SLOW_MS = 100
const LIMIT_MS = 180_000

const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL must name an empty database.')
const begun = Date.now()
await migrate(url)
const client = new pg.Client({ connectionString: url, statement_timeout: 60_000 })
await client.connect()
const { rows: found } = await client.query<{ n: number }>('select count(*)::int as n from "user"')
if (found[0]?.n) throw new Error('The database is not empty.')
const { assignee, desk } = await makeBenchRows(client)
console.log(`${CLAIMS} claims in ${ARTICLES} articles, made in ${Math.round((Date.now() - begun) / 1000)} s`)

const reader = { id: assignee, at: new Date(), zone: 'Asia/Almaty', signOff: 'disputed' as const }
const read = (written: Record<string, string>) => claimListParamsSchema.parse(written)

async function median(sql: Sql): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < RUNS && (run < 3 || Date.now() - begun < LIMIT_MS); run += 1) {
    const start = performance.now()
    await client.query(sql.text, sql.values)
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

const floor = await median({ text: 'select 1', values: [] })

async function measure(name: string, sql: Sql) {
  const ms = await median(sql)
  const slow = ms > SLOW_MS ? '  slow' : ''
  console.log(
    `${name.padEnd(52)} ${ms.toFixed(1).padStart(8)} ms ${(ms / floor).toFixed(0).padStart(6)} ×${slow}`,
  )
  if (slow && process.argv.includes('--explain')) {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain (analyze, buffers) ${sql.text}`,
      sql.values,
    )
    console.log(rows.map((row) => `    ${row['QUERY PLAN']}`).join('\n'))
  }
}

async function page(name: string, written: Record<string, string>) {
  await measure(name, pageSql(claimList, read(written), reader))
}

/** The cursor of a row far down the list. */
async function deepCursor(written: Record<string, string>, depth: number): Promise<string> {
  const params = { ...read(written), limit: depth }
  const { text, values } = pageSql(claimList, params, reader)
  const { rows } = await client.query<{ keyset: Keyset }>(text, values)
  const keyset = rows.at(-1)?.keyset
  if (!keyset) throw new Error('No row so deep')
  return encodeCursor(params.by, keyset)
}

console.log(`${'select 1'.padEnd(52)} ${floor.toFixed(2).padStart(8)} ms`)
await page('first page', {})
await page('page after 50,000 claims', { after: await deepCursor({}, 50_000) })
await page('page before 50,000 claims', { before: await deepCursor({}, 50_000) })
for (const sort of Object.keys(claimList.columns)) {
  for (const order of ['asc', 'desc']) {
    await page(`sort ${sort} ${order}`, { sort, order })
    await page(`sort ${sort} ${order}, after 50,000`, {
      sort,
      order,
      after: await deepCursor({ sort, order }, 50_000),
    })
  }
}
await page('sort priority desc, due asc', { sort: 'priority,due', order: 'desc,asc' })
await page('status', { status: 'disputed' })
await page('two statuses', { status: 'disputed,needs_source' })
await page('anchor changed', { anchor: 'changed' })
await page('anchor changed or gone', { anchor: 'changed,orphaned' })
await page('anchor anchored', { anchor: 'anchored' })
await page('desk', { desk })
await page('language', { language: 'ar' })
await page('assignee', { assignee })
await page('assignee none', { assignee: 'none' })
await page('assignee, status, sort due', { assignee, status: 'unreviewed', sort: 'due' })
const DAILY: Record<string, Record<string, string>> = {
  mine: { assignee: 'me' },
  'nobody’s, by due time': { assignee: 'none', sort: 'due' },
  overdue: { due: 'overdue', sort: 'due' },
  'overdue, newest first': { due: 'overdue' },
  'due this week': { due: 'week', sort: 'due' },
  'waits for sign-off': { signoff: 'waiting' },
  'without a source': { source: 'none' },
  'with a source': { source: 'some' },
  'with a figure': { cue: 'number' },
  'made in January': { created: '2026-01-01..2026-01-31' },
}
for (const [name, written] of Object.entries(DAILY)) {
  await page(name, written)
  await measure(`facets, ${name}`, facetsSql(read(written), reader))
}
const today = { from: new Date(Date.now() - 43_200_000), until: new Date(Date.now() + 43_200_000) }
const worker = { ...reader, maySignOff: true, today }
await measure('my work, the lists', workRowsSql(worker))
await measure('my work, the counts', workCountsSql(worker))
await measure('work by person', peopleSql(worker, ['checker', 'editor']))
await measure('work by article', articlesSql(worker))
const walked = { ...read({ status: 'unreviewed', sort: 'due' }) }
const far = read({
  status: 'unreviewed',
  sort: 'due',
  after: await deepCursor({ status: 'unreviewed', sort: 'due' }, 20_000),
})
await measure('a walk, the next claim', pageSql(claimList, { ...far, limit: 1 }, reader))
await measure('a walk, how many are left', restSql(claimList, { ...walked, after: far.after ?? [] }, reader))
const SEARCHES: Record<string, string> = {
  'rare Arabic words': 'عشق اباد',
  'common Arabic words': 'الحكومه',
  'Arabic letters, two only': 'ان',
  'rare English word': 'ashgabat',
  'no such word': 'zzzzqqq',
}
for (const [name, q] of Object.entries(SEARCHES)) await page(`search ${name}`, { q })
const FACETS: Record<string, Record<string, string>> = {
  'no filter': {},
  status: { status: 'disputed' },
  'anchor changed': { anchor: 'changed' },
  desk: { desk },
  assignee: { assignee },
  'rare Arabic words': { q: 'عشق اباد' },
  'common Arabic words': { q: 'الحكومه' },
}
for (const [name, written] of Object.entries(FACETS)) {
  await measure(`total, ${name}`, countSql(claimList, read(written), reader))
  await measure(`facets, ${name}`, facetsSql(read(written), reader))
}
console.log(`done in ${Math.round((Date.now() - begun) / 1000)} s`)
await client.end()
