import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '@/services/migrate'

/** The same server's address with another database. */
export function databaseOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.toString()
}

type Server = { url: string; end: () => Promise<void> }

/** Starts a server that lives as long as the tests. Its process outlives them for a moment to end it. */
async function startServer(): Promise<Server> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/database-server.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.run.json' },
  })
  const ended = once(child, 'exit')
  const [said] = (await Promise.race([once(child.stdout, 'data'), ended])) as [unknown]
  if (!Buffer.isBuffer(said)) throw new Error('The test database did not start.')
  return {
    url: said.toString().trim(),
    end: async () => {
      child.stdin.end()
      await ended
    },
  }
}

/** The server for the tests: the given one, else our own. */
async function testServer(): Promise<Server> {
  const given = process.env.TEST_DATABASE_URL
  return given ? { url: given, end: async () => undefined } : startServer()
}

/** Runs one SQL command on a server's default database, such as creating or dropping another database. */
export async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

async function prepare(): Promise<() => Promise<void>> {
  const server = await testServer()
  process.env.TEST_DATABASE_URL = server.url
  const name = `factdesk_test_${process.pid}`
  await onServer(server.url, `create database ${name}`)
  process.env.DATABASE_URL = databaseOf(server.url, name)
  process.env.LOG_LEVEL ??= 'silent'
  // Keys that tests make belong to no installation.
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'factdesk-test-data-'))
  process.env.DATA_DIR = dataDir
  await migrate(process.env.DATABASE_URL)
  return async () => {
    await onServer(server.url, `drop database if exists ${name} with (force)`)
    await server.end()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const holder = globalThis as typeof globalThis & { factdeskTests?: Promise<unknown> }

/**
 * One migrated database for all tests of a run; tests share the server and keep to their own rows. Each test project
 * asks for it: the first creates it, and the last to leave removes it.
 */
export default async function setup(): Promise<(() => Promise<void>) | void> {
  if (holder.factdeskTests) return void (await holder.factdeskTests)
  const prepared = prepare()
  holder.factdeskTests = prepared
  return prepared
}
