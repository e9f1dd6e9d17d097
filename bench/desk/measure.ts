import { gzipSync } from 'node:zlib'
import type pg from 'pg'
import type { Job } from './jobs'
import { parentOf, processorMs } from './processor'
import { askFor, connections, type Answered } from './requests'

/** A server that answers, with the process above all of its own. */
export type Side = { port: number; pid: number }
/** `ms` is processor time a request, of the server and of PostgreSQL. */
export type Figure = { ms: number; server: number; perSecond: number }

/** What is measured in one round before figures count: connections open and code is compiled. */
const WARM_MS = 1_500

export const postmasterOf = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return parentOf(rows[0]?.pid ?? 0)
}

export type Load = { connections: number; ms: number; postmaster: number }

/** Asks one side for a while. @returns the processor time a request and how many a second were answered */
export async function measure(side: Side, job: Job, load: Load): Promise<Figure> {
  const open = connections(side.port, load.connections)
  const times = () => [processorMs(side.pid), processorMs(load.postmaster)] as const
  try {
    await askFor(open, { count: load.connections, ms: WARM_MS, next: job.next })
    const before = times()
    const { answered, ms } = await askFor(open, { count: load.connections, ms: load.ms, next: job.next })
    const [server, database] = times().map((now, index) => now - (before[index] ?? 0))
    return {
      ms: ((server ?? 0) + (database ?? 0)) / answered,
      server: (server ?? 0) / answered,
      perSecond: (answered / ms) * 1_000,
    }
  } finally {
    open.close()
    await job.settle?.()
  }
}

/** One answer of a side. */
export async function askOnce(side: Side, job: Job): Promise<Answered> {
  const open = connections(side.port, 1)
  try {
    return await open.ask(job.next(0))
  } finally {
    open.close()
  }
}

const ASKED = 7

/** Statements that PostgreSQL gets for a request, `begin` and `commit` included; null where it does not count them. */
export async function statementsOf(client: pg.Client, side: Side, job: Job): Promise<number | null> {
  const count = async () => {
    const { rows } = await client.query<{ n: number }>(
      `select coalesce(sum(calls), 0)::int as n from pg_stat_statements
       where dbid = (select oid from pg_database where datname = current_database())
         and query not like '%pg_stat_statements%'`,
    )
    return rows[0]?.n ?? 0
  }
  const known = await client.query('create extension if not exists pg_stat_statements').catch(() => null)
  if (!known) return null
  const counts: number[] = []
  for (let asked = 0; asked < ASKED; asked += 1) {
    const before = await count()
    await askOnce(side, job)
    counts.push((await count()) - before)
  }
  await job.settle?.()
  // The desk looks for due work now and then, so the middle tells what the request needs.
  return median(counts)
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

export type PageSize = { html: number; packed: number; scripts: number }

/** The size of a page in bytes, as it is and compressed, and of the scripts of its first load, compressed. */
export async function sizeOf(side: Side, job: Job): Promise<PageSize> {
  const html = (await askOnce(side, job)).text()
  const sources = new Set(
    [...html.matchAll(/<script(?![^>]*nomodule)[^>]* src="([^"]+)"/gi)].map(([, source = '']) => source),
  )
  const open = connections(side.port, 4)
  try {
    const scripts = await Promise.all([...sources].map((path) => open.ask({ path })))
    const packed = (text: string) => gzipSync(text).length
    return {
      html: Buffer.byteLength(html),
      packed: packed(html),
      scripts: scripts.reduce((sum, one) => sum + packed(one.text()), 0),
    }
  } finally {
    open.close()
  }
}
