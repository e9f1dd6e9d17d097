import pg from 'pg'
import { bucketsOf, periodBefore, periodOf } from '@/domain/statistics/period'
import {
  articlesSql,
  checkersSql,
  checkerSpreadSql,
  checksSql,
  originsSql,
  overdueSql,
  publishedSql,
  stepsSql,
  type Sql,
} from '@/domain/statistics/sql'
import { migrate } from '@/services/migrate'
import { ARTICLES, CLAIMS, makeBenchRows } from './rows'

/**
 * Measures the statistics of a quarter and of three years, on the empty database that DATABASE_URL names. It fills
 * the database with reviewed claims, their history and published corrections:
 *
 * DATABASE_URL=postgres://…/scratch npx tsx --conditions=react-server --tsconfig tsconfig.run.json
 * bench/statistics.ts
 *
 * Prints the median of each read in milliseconds; with `--explain`, also the query plans.
 */
const RUNS = 5
const CORRECTIONS = 5_000
const ZONE = 'Asia/Almaty'

const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL must name an empty database.')
await migrate(url)
const client = new pg.Client({ connectionString: url })
await client.connect()
const { rows: found } = await client.query<{ n: number }>('select count(*)::int as n from "user"')
if (found[0]?.n) throw new Error('The database is not empty.')
const { desk } = await makeBenchRows(client)
await client.query(
  'update article set last_claim = (select count(*) from claim where article_id = article.id)',
)
await client.query(`update claim set reviewed_by_id = assignee_id,
  reviewed_at = least(now(), created_at + (number * 7919 % 20000) * interval '1 minute')
  where assignee_id is not null and status <> 'unreviewed'`)
await client.query(`insert into event (id, article_id, claim_id, verb, subject_id, actor_id, at, position)
  select gen_random_uuid(), article_id, id, 'claim.reviewed', id, created_by_id, coalesce(reviewed_at, created_at), number
  from claim`)
await client.query(`insert into event (id, article_id, verb, subject_id, actor_id, at, position, after)
  select gen_random_uuid(), id, 'article.changed', id, created_by_id, updated_at - n * interval '1 day', 1000 + n,
    json_build_object('state', (array['checking', 'cleared', 'published'])[n])::jsonb
  from article, generate_series(1, 3) n`)
await client.query(
  `insert into correction (id, article_id, claim_id, kind, severity, state, found_by, revision, quote, reported_at,
     acknowledged_at, approved_at, published_at)
   select gen_random_uuid(), c.article_id, c.id, (enum_range(null::"CorrectionKind"))[1 + i % 4],
     (enum_range(null::"Severity"))[1 + i % 3], case when i % 9 = 0 then 'approved' else 'published' end::"CorrectionState",
     (enum_range(null::"FoundBy"))[1 + i % 3], 1, c.quote, at, at + interval '3 hours', at + interval '9 hours',
     case when i % 9 <> 0 then at + interval '1 day' end
   from (select *, row_number() over (order by id) as i, now() - (number * 31 % 1090) * interval '1 day' as at
     from claim limit $1) c`,
  [CORRECTIONS],
)
await client.query('vacuum analyze')
console.log(`${CLAIMS} claims in ${ARTICLES} articles, ${CORRECTIONS} corrections`)

async function measure(name: string, { text, values }: Sql) {
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now()
    await client.query(text, values)
    times.push(performance.now() - start)
  }
  const median = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN
  console.log(`${name.padEnd(44)} ${median.toFixed(1).padStart(8)} ms`)
  if (!process.argv.includes('--explain')) return
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`, values)
  console.log(rows.map((row) => `    ${row['QUERY PLAN']}`).join('\n'))
}

const at = new Date()
for (const [days, desks] of [
  [90, undefined],
  [90, [desk]],
  [1_090, undefined],
] as const) {
  const last = at.toISOString().slice(0, 10)
  const first = new Date(at.getTime() - (days - 1) * 24 * 60 * 60_000).toISOString().slice(0, 10)
  const period = periodOf({ period: 'custom', from: first, to: last }, at, ZONE)
  const sides = {
    before: periodBefore(period, ZONE).from,
    from: period.from,
    until: period.until,
    desk: desks,
  }
  const starts = bucketsOf(period, ZONE).map(({ from }) => from)
  const of = `${days} days${desks ? ', one desk' : ''}`
  await measure(`published, ${of}`, publishedSql(sides, starts))
  await measure(`articles and claims, ${of}`, articlesSql(sides))
  await measure(`steps, ${of}`, stepsSql(sides))
  await measure(`origins, ${of}`, originsSql(sides))
  await measure(`overdue, ${of}`, overdueSql({ at, zone: ZONE, desk: desks }))
  await measure(`checks, ${of}`, checksSql(sides))
  await measure(`spread of checks, ${of}`, checkerSpreadSql(sides))
  await measure(`checkers, ${of}`, checkersSql(sides))
}
await client.end()
