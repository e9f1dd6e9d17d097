import fs from 'node:fs'
import pg from 'pg'
import { startDatabaseServer } from '@/services/database-server'
import { makeDataDir, ONE_PROXY, startDesk, type AttackedDesk } from '../../attacks/attack'
import { Link } from './proxy'

export type LinkedDesk = { desk: AttackedDesk; link: Link; sql: pg.Client; databaseUrl: string }

/** Runs `work` on a desk that reaches its database over a link which can be disturbed. */
export async function withLinkedDesk<T>(work: (linked: LinkedDesk) => Promise<T>): Promise<T> {
  const dir = makeDataDir()
  const server = await startDatabaseServer(dir, 'postgres')
  const { link, port } = await Link.to(server.port)
  try {
    const setup = new pg.Client({ connectionString: server.url })
    await setup.connect()
    await setup.query('create database faults')
    await setup.end()
    const direct = new URL(server.url)
    direct.pathname = '/faults'
    const through = new URL(direct)
    through.port = String(port)
    const desk = await startDesk({ ...ONE_PROXY, LOG_LEVEL: 'error', DATABASE_URL: through.href })
    const sql = new pg.Client({ connectionString: direct.href })
    await sql.connect()
    try {
      return await work({ desk, link, sql, databaseUrl: direct.href })
    } finally {
      await sql.end()
      await desk.stop()
    }
  } finally {
    link.close()
    await server.stop()
    fs.rmSync(dir, { recursive: true, force: true })
  }
}
