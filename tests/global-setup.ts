import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startDatabaseServer, type DatabaseServer } from '@/services/database-server'
import { migrate } from '@/services/migrate'

/** The same server with another database. */
export function databaseOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.toString()
}

/** A server to test on: the one that is given, else one of our own that lives as long as the tests. */
export async function testServer(): Promise<{ url: string; end: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, end: async () => undefined }
  const dir = mkdtempSync(path.join(os.tmpdir(), 'factdesk-test-'))
  // A closed folder would send the server's data elsewhere when root runs the tests, where nobody removes it.
  chmodSync(dir, 0o711)
  const server: DatabaseServer = await startDatabaseServer(dir, 'postgres', { forgetful: true })
  process.env.TEST_DATABASE_URL = server.url
  return {
    url: server.url,
    end: async () => {
      await server.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Runs one statement on a server's own database, such as making or dropping another one. */
export async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** One migrated database for all tests of a run: they share the server and keep to rows of their own. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await testServer()
  const name = `factdesk_test_${process.pid}`
  await onServer(server.url, `create database ${name}`)
  process.env.DATABASE_URL = databaseOf(server.url, name)
  process.env.LOG_LEVEL ??= 'silent'
  // Keys that tests make are no installation's.
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'factdesk-test-data-'))
  process.env.DATA_DIR = dataDir
  await migrate(process.env.DATABASE_URL)
  return async () => {
    await onServer(server.url, `drop database if exists ${name} with (force)`)
    await server.end()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
