import { expect, it } from 'vitest'
import { sqlPool } from '@/prisma/client'
import { openSnapshot } from './snapshot'

async function opened() {
  const snapshot = await openSnapshot()
  if (!snapshot) throw new Error('No connection was free')
  return snapshot
}

it('cancels a running query when it closes, in the database too', async () => {
  const snapshot = await opened()
  const sleeping = snapshot.query('select pg_sleep(50) as "a long nap"')
  const asleep = async () => {
    const { rowCount } = await sqlPool().query(
      `select 1 from pg_stat_activity where query like '%"a long nap"%' and pid <> pg_backend_pid()`,
    )
    return rowCount
  }
  await expect.poll(asleep).toBe(1)
  snapshot.close()
  snapshot.close()
  await expect(sleeping).rejects.toThrow()
  await expect.poll(asleep).toBe(0)
  await expect(snapshot.query('select 1')).rejects.toThrow('closed')
})

it('writes nothing', async () => {
  const snapshot = await opened()
  await expect(snapshot.query('create table nothing (id int)')).rejects.toThrow('read-only')
  snapshot.close()
})
