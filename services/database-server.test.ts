import { once } from 'node:events'
import fs from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDatabaseServer, type DatabaseServer } from './database-server'
import { databaseProblem } from './migrate'

let dir: string
let server: DatabaseServer | undefined

beforeAll(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'factdesk-server-'))
  fs.chmodSync(dir, 0o711)
})
afterAll(async () => {
  await server?.stop()
  fs.rmSync(dir, { recursive: true, force: true })
})

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  await client.connect()
  return client
    .query<Row>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

const pidOf = () =>
  Number(fs.readFileSync(path.join(dir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('the embedded server', () => {
  it('keeps its data after a kill, and is adopted while it runs', async () => {
    server = await startDatabaseServer(dir)
    await ask(server.url, 'create extension pg_trgm; create table kept (words text)')
    await ask(server.url, `insert into kept values ('عشق آباد')`)

    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    expect(await databaseProblem(client)).toBeNull()
    await client.end()

    const first = pidOf()
    process.kill(first, 'SIGKILL')
    server = await startDatabaseServer(dir)
    expect(pidOf()).not.toBe(first)
    expect(await ask(server.url, 'select words from kept')).toEqual([{ words: 'عشق آباد' }])

    const second = pidOf()
    const adopted = await startDatabaseServer(dir)
    expect(pidOf()).toBe(second)
    expect(adopted.url).toBe(server.url)

    await adopted.stop()
    expect(isAlive(second)).toBe(false)
    await expect(ask(server.url, 'select 1')).rejects.toThrow()
    await adopted.stop()
  })

  it('starts beside the pid file of a killed server, even if another process has its number', async () => {
    server = await startDatabaseServer(dir)
    await server.stop()
    fs.writeFileSync(path.join(dir, 'postgres/cluster/postmaster.pid'), `${process.pid}\n\n\n5432\n`)
    server = await startDatabaseServer(dir)
    expect(await ask(server.url, 'select count(*)::int as n from kept')).toEqual([{ n: 1 }])
  })

  it('is neither recreated nor touched when its password is lost', async () => {
    server = await startDatabaseServer(dir)
    await server.stop()
    const file = path.join(dir, 'postgres/password')
    const password = fs.readFileSync(file, 'utf8')
    fs.rmSync(file)
    await expect(startDatabaseServer(dir)).rejects.toThrow(/^The password of the database .* is missing/)
    fs.writeFileSync(file, password, { mode: 0o600 })
    server = await startDatabaseServer(dir)
    expect(await ask(server.url, 'select count(*)::int as n from kept')).toEqual([{ n: 1 }])
  })

  it('is recreated after a killed start left it incomplete', async () => {
    const half = path.join(dir, 'half')
    fs.mkdirSync(path.join(half, 'postgres/cluster.part'), { recursive: true })
    fs.writeFileSync(path.join(half, 'postgres/cluster.part/PG_VERSION'), '18')
    fs.writeFileSync(path.join(half, 'postgres/password'), 'of the half one')
    const whole = await startDatabaseServer(half)
    expect(await ask(whole.url, 'select 1 as n')).toEqual([{ n: 1 }])
    await whole.stop()
  })

  it('takes another port when another program has its own', async () => {
    server = await startDatabaseServer(dir)
    const { port } = server
    await server.stop()
    const other = createServer().listen(port, '127.0.0.1')
    await once(other, 'listening')
    server = await startDatabaseServer(dir)
    other.close()
    expect(server.port).not.toBe(port)
    expect(await ask(server.url, 'select count(*)::int as n from kept')).toEqual([{ n: 1 }])
  })

  it('requires its password and listens only on this machine', async () => {
    server ??= await startDatabaseServer(dir)
    const stranger = new URL(server.url)
    stranger.password = 'guess'
    await expect(ask(stranger.toString(), 'select 1')).rejects.toThrow(/password/)
    expect(await ask(server.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    const file = path.join(dir, 'postgres/password')
    expect(fs.statSync(file).mode & 0o077).toBe(0)
  })
})
