import pg from 'pg'
import { expect, it } from 'vitest'
import { refusalOf } from '@/domain/refusal/queries'
import { db, sqlPool, WRITERS } from '@/prisma/client'
import { inTransaction } from './transaction'

/** A row that many want to write while someone outside the desk locks it. */
async function held(key: number) {
  const outside = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await outside.connect()
  await outside.query('select pg_advisory_lock($1)', [key])
  return () => outside.end()
}

const write = (key: number, patience = '') =>
  inTransaction(async (tx) => {
    if (patience) await tx.$executeRawUnsafe(`set local lock_timeout = '${patience}'`)
    await tx.$queryRaw`select pg_advisory_xact_lock(${key}::bigint)::text`
    return 'written'
  })

it('reads go on while more writes than connections wait for one row', async () => {
  const key = 4_711
  const release = await held(key)
  const writes = Promise.allSettled(Array.from({ length: 15 }, () => write(key, '170s')))
  const waiting = async () => {
    const { rows } = await sqlPool().query<{ n: number }>(
      `select count(*)::int as n from pg_locks
       where locktype = 'advisory' and not granted and objid = $1
         and database = (select oid from pg_database where datname = current_database())`,
      [key],
    )
    return rows[0]?.n
  }
  await expect.poll(waiting, { interval: 20 }).toBe(WRITERS)
  const reads = Array.from({ length: 20 }, (_, n) =>
    n % 2 ? sqlPool().query('select 1') : db().user.count({ where: { name: 'nobody at all' } }),
  )
  const first = await Promise.race([Promise.all(reads).then(() => 'reads'), writes.then(() => 'writes')])
  expect(first).toBe('reads')
  await release()
  const written = (await writes).filter(({ status }) => status === 'fulfilled')
  expect(written.length).toBeGreaterThanOrEqual(WRITERS)
})

it('a write that waits for a row is refused after a while, and says that nothing was saved', async () => {
  const key = 4_712
  const release = await held(key)
  const refused: unknown = await write(key).catch((error: unknown) => error)
  expect(refusalOf(refused)).toMatchObject({ code: 'unavailable', key: 'unavailableBusy' })
  await release()
  expect(await write(key)).toBe('written')
})
