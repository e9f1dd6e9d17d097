import { spawnSync } from 'node:child_process'
import pg from 'pg'
import { claimExportParamsSchema } from '@/domain/claim/list'
import { claimsToExport } from '@/domain/export/queries'
import { EXPORT_FORMATS, type ExportFormat } from '@/domain/export/schema'
import { closeDatabase } from '@/prisma/client'
import { migrate } from '@/services/migrate'
import { exportResponse } from '@/printing/bulk/export'
import { CLAIMS, makeBenchRows } from './rows'

/**
 * Measures exports of all claims, and of a tenth of them, on the empty database that DATABASE_URL names:
 *
 * DATABASE_URL=postgres://…/scratch npx tsx --expose-gc --conditions=react-server --tsconfig tsconfig.run.json
 * bench/export.ts
 *
 * For each format, prints the claims written per second, the size of the file, the time to its first bytes and the
 * peak growth of memory (RSS). Then prints the ratio of that growth to the growth for a tenth of the claims. Each
 * export runs in its own process.
 */
const MB = 1024 * 1024

const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL must name an empty database.')

/** A tenth of the claims belong to articles in French; half of all claims have a source. */
async function prepare(connectionString: string) {
  await migrate(connectionString)
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from claim')
  if (rows[0]?.n) throw new Error('The database is not empty.')
  await makeBenchRows(client)
  await client.query(
    `insert into source (id, claim_id, title, publisher, url, stance, excerpt, created_by_id)
     select gen_random_uuid(), c.id, 'Yearbook, page ' || c.number, 'Bureau of statistics', 'https://example.org/' || c.id,
       (enum_range(null::"Stance"))[1 + c.number % 3], repeat('It says so in the table below. ', 8), c.created_by_id
     from claim c where c.number % 2 = 0`,
  )
  await client.query(
    `update article set language = 'fr'
     where id in (select id from article order by id limit (select count(*) / 10 from article))`,
  )
  await client.query('vacuum analyze')
  await client.end()
}

const reader = { id: '', name: 'Bench', role: 'viewer' } as const

async function measure(format: ExportFormat, written: Record<string, string>) {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let [peak, bytes, first] = [before, 0, 0]
  const look = () => (peak = Math.max(peak, process.memoryUsage().rss))
  const watching = setInterval(look, 20)
  const begun = performance.now()
  const { bom, separator, ...selection } = claimExportParamsSchema.parse(written)
  const claims = await claimsToExport(reader, selection)
  const form = {
    format,
    locale: 'ar',
    bom: bom !== '0',
    separator,
    publicUrl: 'https://desk.example.org',
    timeZone: 'Asia/Almaty',
    at: new Date(),
    method: 'GET',
  } as const
  const stream = exportResponse(claims, form).body?.getReader()
  for (let next = await stream?.read(); next && !next.done; next = await stream?.read()) {
    first ||= performance.now() - begun
    bytes += next.value.length
  }
  clearInterval(watching)
  look()
  const seconds = (performance.now() - begun) / 1000
  return { rows: claims.total, seconds, bytes, first, growth: (peak - before) / MB, peak: peak / MB }
}

type Measured = Awaited<ReturnType<typeof measure>>

/** Runs in its own process, whose memory no other export has grown. */
function apart(format: ExportFormat, written: Record<string, string>): Measured {
  const [, script = ''] = process.argv
  const { stdout, status } = spawnSync(
    process.execPath,
    [...process.execArgv, script, format, JSON.stringify(written)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  if (status !== 0) throw new Error(`The export as ${format} ended with ${status}`)
  return JSON.parse(stdout) as Measured
}

function print(format: ExportFormat, { rows, seconds, bytes, first, growth, peak }: Measured) {
  const numbers = [
    `${rows} claims`.padStart(14),
    `${seconds.toFixed(1)} s`.padStart(7),
    `${(rows / seconds).toFixed(0)} a second`.padStart(14),
    `${(bytes / MB).toFixed(1)} MB`.padStart(9),
    `first after ${first.toFixed(0)} ms`.padStart(19),
    `memory +${growth.toFixed(0)} to ${peak.toFixed(0)} MB`,
  ]
  console.log(`${format.padEnd(6)} ${numbers.join('  ')}`)
}

const [, , one, filters = '{}'] = process.argv
if (one) {
  const measured = await measure(one as ExportFormat, JSON.parse(filters) as Record<string, string>)
  console.log(JSON.stringify(measured))
  await closeDatabase()
} else {
  await prepare(url)
  for (const format of EXPORT_FORMATS) {
    const small = apart(format, { language: 'fr' })
    const large = apart(format, {})
    if (large.rows !== CLAIMS) throw new Error(`${large.rows} claims were exported`)
    print(format, small)
    print(format, large)
    const growth = (large.growth / small.growth).toFixed(2)
    console.log(`${format.padEnd(6)} memory × ${growth}; peak × ${(large.peak / small.peak).toFixed(2)}`)
  }
}
