import { performance } from 'node:perf_hooks'
import pg from 'pg'

/**
 * Measures what a notification in each transaction costs many writers, on the empty database that DATABASE_URL names:
 *
 * DATABASE_URL=postgres://…/scratch npx tsx bench/notify.ts
 *
 * PostgreSQL lets transactions with a notification commit one after another. Each writer changes a row of its own, as
 * people do who work on different articles. The two ways take turns, so that a busy machine slows both.
 */
const WRITERS = [1, 6, 12]
const ROUNDS = 5
const ROUND_MS = 2_000

const connectionString = process.env.DATABASE_URL
if (!connectionString) throw new Error('DATABASE_URL must name an empty database.')

async function connected() {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return client
}

const setup = await connected()
await setup.query(
  'drop table if exists noted; create table noted (id int primary key, value int not null default 0)',
)
await setup.query('insert into noted (id) select generate_series(1, 100)')
const listener = await connected()
await listener.query('listen noted')

/** Commits as many changes of one row as fit into a round. @returns how long each took, in milliseconds */
async function write(id: number, notifies: boolean): Promise<number[]> {
  const client = await connected()
  const took: number[] = []
  const end = performance.now() + ROUND_MS
  while (performance.now() < end) {
    const from = performance.now()
    await client.query('begin')
    await client.query('update noted set value = value + 1 where id = $1', [id])
    if (notifies) await client.query('select pg_notify($1, $2)', ['noted', `${id} ${took.length}`])
    await client.query('commit')
    took.push(performance.now() - from)
  }
  await client.end()
  return took
}

const at = (sorted: number[], part: number) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(2)

for (const writers of WRITERS) {
  const took: Record<string, number[]> = { without: [], with: [] }
  for (let round = 0; round < ROUNDS; round += 1)
    for (const notifies of [false, true]) {
      const all = await Promise.all(Array.from({ length: writers }, (_, id) => write(id + 1, notifies)))
      took[notifies ? 'with' : 'without']?.push(...all.flat())
    }
  for (const [name, all] of Object.entries(took)) {
    const sorted = all.sort((a, b) => a - b)
    const perSecond = Math.round(sorted.length / ((ROUNDS * ROUND_MS) / 1000))
    console.log(
      `${writers} writers, ${name} a notification: ${perSecond} a second, median ${at(sorted, 0.5)} ms, 95% ${at(sorted, 0.95)} ms`,
    )
  }
}
await Promise.all([setup.end(), listener.end()])
