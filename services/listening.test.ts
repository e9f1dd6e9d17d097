import pg from 'pg'
import { afterAll, expect, it, vi } from 'vitest'
import { unique } from '@/tests/factories'
import { listenTo } from './listening'

const url = () => process.env.DATABASE_URL ?? ''
const NAME = `heard_${unique()}`.toLowerCase()
const ends: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const end of ends) await end()
})

async function ask(sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url() })
  await client.connect()
  return client.query<{ pid: number }>(sql, values).finally(() => client.end())
}
const say = (words: string) => ask('select pg_notify($1, $2)', [NAME, words])

/** Listens, and records what it hears and when it is cut off. */
function listening(address: () => string) {
  const told: string[] = []
  const { stop } = listenTo([NAME], {
    url: address,
    heard: (channel, payload) => told.push(`${channel === NAME} ${payload}`),
    found: () => told.push('found'),
    lost: () => told.push('lost'),
  })
  ends.push(stop)
  return { told, stop }
}
const until = (holds: () => boolean) => vi.waitFor(() => expect(holds()).toBe(true), { timeout: 60_000 })

/** Ends the connection that listens, as the end of the server does. */
const cutOff = () =>
  ask(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'factdesk listening' and datname = current_database()`,
  )

it('a connection that listens hears, is lost, and comes back by itself', async () => {
  const { told, stop } = listening(url)
  await until(() => told.length === 1)
  await say('first')
  await until(() => told.includes('true first'))
  await cutOff()
  await until(() => told.filter((one) => one === 'found').length === 2)
  await say('second')
  await until(() => told.includes('true second'))
  expect(told).toEqual(['found', 'true first', 'lost', 'found', 'true second'])
  await stop()
  await say('third')
  expect(told).not.toContain('true third')
})

it('one that cannot be had yet is asked for until it can, at whatever address it is by then', async () => {
  let address = 'postgres://nobody@127.0.0.1:1/nothing'
  const { told } = listening(() => address)
  await say('too early')
  expect(told).toEqual([])
  address = url()
  await until(() => told.includes('found'))
  expect(told).toEqual(['found'])
})
