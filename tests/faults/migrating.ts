import fs from 'node:fs'
import pg from 'pg'
import { startDatabaseServer } from '@/services/database-server'
import { exactly, makeDataDir } from '../attacks/attack'
import { startDeskProcess } from '../desk-process'
import type { Fault } from './parts/fault'
import { audit } from './parts/ledger'

const INSTANCES = 2

const fault: Fault = {
  about: `${INSTANCES} instances start at once on an empty database, so that both migrate it.`,
  async run() {
    const dir = makeDataDir()
    const server = await startDatabaseServer(dir, 'postgres')
    const sql = new pg.Client({ connectionString: server.url })
    try {
      await sql.connect()
      await sql.query('create database together')
      const url = new URL(server.url)
      url.pathname = '/together'
      const started = await Promise.allSettled(
        Array.from({ length: INSTANCES }, () => startDeskProcess({ DATABASE_URL: url.href })),
      )
      const desks = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      const inside = new pg.Client({ connectionString: url.href })
      await inside.connect()
      const { rows } = await inside.query<{ applied: number; twice: number; unfinished: number }>(
        `select count(*)::int as applied, (count(*) - count(distinct migration_name))::int as twice,
           (count(*) filter (where finished_at is null))::int as unfinished
         from _prisma_migrations`,
      )
      await inside.end()
      const history = audit({ DATABASE_URL: url.href })
      await Promise.all(desks.map((desk) => desk.remove()))
      const there = fs
        .readdirSync('prisma/migrations', { withFileTypes: true })
        .filter((one) => one.isDirectory())
      return [
        exactly('two instances at once: ready', desks.length, INSTANCES),
        exactly('two instances at once: migrations applied', rows[0]?.applied ?? 0, there.length),
        exactly('two instances at once: applied twice', rows[0]?.twice ?? -1, 0),
        exactly('two instances at once: unfinished', rows[0]?.unfinished ?? -1, 0),
        exactly('two instances at once: all history', history, 'whole'),
      ]
    } finally {
      await sql.end()
      await server.stop()
      fs.rmSync(dir, { recursive: true, force: true })
    }
  },
}

export default fault
