import fs from 'node:fs/promises'
import pg from 'pg'
import { PrismaPg } from '@prisma/adapter-pg'
import { afterAll, describe, expect, it } from 'vitest'
import { inTransaction } from '@/services/transaction'
import { db, sqlPool } from './client'
import { PrismaClient } from './generated/client/client'
import { DeskPool } from './pool'
import { troubleOf } from './trouble'

const thrown = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  )
const raising = (code: string) => `do $$ begin raise exception 'no' using errcode = '${code}'; end $$`

const nowhere = new DeskPool({ connectionString: 'postgresql://nobody:nothing@127.0.0.1:9/none' })
const nobody = new PrismaClient({ adapter: new PrismaPg(nowhere) })
afterAll(async () => {
  await nobody.$disconnect()
})

describe('troubleOf tells trouble with the database from bugs', () => {
  it.each([
    ['53100', 'full'],
    ['53200', 'full'],
    ['53300', 'busy'],
    ['55P03', 'busy'],
    ['57014', 'busy'],
    ['40P01', 'busy'],
    ['57P01', 'away'],
    ['57P03', 'away'],
    ['08006', 'away'],
    ['08P01', 'away'],
    ['23505', null],
    ['42P01', null],
    ['22P02', null],
    ['P0001', null],
  ])('for SQLSTATE %s, through both clients: %s', async (code, trouble) => {
    expect(troubleOf(await thrown(sqlPool().query(raising(code))))).toBe(trouble)
    expect(troubleOf(await thrown(db().$executeRawUnsafe(raising(code))))).toBe(trouble)
    expect(troubleOf(await thrown(inTransaction((tx) => tx.$executeRawUnsafe(raising(code)))))).toBe(trouble)
  })

  it('when no server is there', async () => {
    expect(troubleOf(await thrown(nowhere.query('select 1')))).toBe('away')
    expect(troubleOf(await thrown(nobody.user.count()))).toBe('away')
    expect(troubleOf(await thrown(nobody.$queryRaw`select 1`))).toBe('away')
    expect(troubleOf(await thrown(nobody.$transaction((tx) => tx.user.count())))).toBe('away')
  })

  it('when the server closes a connection in use', async () => {
    const client = await sqlPool().connect()
    client.on('error', () => undefined)
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const asleep = thrown(client.query('select pg_sleep(60)'))
    await sqlPool().query('select pg_terminate_backend($1)', [rows[0]?.pid])
    expect(troubleOf(await asleep)).toBe('away')
    expect(troubleOf(await thrown(client.query('select 1')))).toBe('away')
    client.release(true)
    const inside = thrown(
      inTransaction((tx) => tx.$queryRaw`select pg_terminate_backend(pg_backend_pid())::text as ended`),
    )
    expect(troubleOf(await inside)).toBe('away')
  })

  it('when no connection becomes free, and when a query takes too long', async () => {
    const small = new DeskPool({
      connectionString: process.env.DATABASE_URL,
      max: 1,
      connectionTimeoutMillis: 3_000,
      statement_timeout: 100,
    })
    const client = await small.connect()
    expect(troubleOf(await thrown(small.query('select 1')))).toBe('busy')
    expect(troubleOf(await thrown(client.query('select pg_sleep(60)')))).toBe('busy')
    client.release()
    await small.end()
  })

  it('but not when the password or database is wrong, which somebody must correct', async () => {
    const url = new URL(process.env.DATABASE_URL ?? '')
    url.pathname = '/no_such_database'
    const client = new pg.Client({ connectionString: url.toString() })
    expect(troubleOf(await thrown(client.connect()))).toBeNull()
  })

  it('but not for a missing file', async () => {
    expect(troubleOf(await thrown(fs.readFile('/no/such/file')))).toBeNull()
  })

  it.each([
    [new Error('ECONNREFUSED 57P03')],
    [null],
    [undefined],
    ['ECONNREFUSED'],
    [{}],
    [{ code: 53100 }],
  ])('but not for something that only looks like it: %s', (error) => {
    expect(troubleOf(error)).toBeNull()
  })

  it('even when an error is its own cause', () => {
    const error = new Error('round and round')
    error.cause = error
    expect(troubleOf(error)).toBeNull()
  })
})
