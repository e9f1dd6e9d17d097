import { afterEach, expect, it, vi } from 'vitest'
import { sqlPool } from '@/prisma/client'
import { pendingMigrations } from '@/services/migrate'
import { call } from '@/tests/api'

vi.mock('@/services/migrate', async (original) => {
  const actual = await original<typeof import('@/services/migrate')>()
  return { ...actual, pendingMigrations: vi.fn(actual.pendingMigrations) }
})

type Ready = { staying: boolean; database: boolean; migrations: boolean; arabicSearch: boolean }

afterEach(() => vi.restoreAllMocks())

it('a running process is live, whoever asks', async () => {
  const answer = await call(null, 'GET', '/health/live')
  expect([answer.status, answer.text]).toEqual([200, '{"status":"ok"}'])
})

it('a desk is ready when its database is reachable, migrated, and can search Arabic', async () => {
  const answer = await call<Ready>(null, 'GET', '/health/ready')
  expect(answer.body).toEqual({ staying: true, database: true, migrations: true, arabicSearch: true })
  expect(answer.status).toBe(200)
})

it('a desk with a missing migration is not ready', async () => {
  vi.mocked(pendingMigrations).mockResolvedValueOnce(['20990101000000_later'])
  const answer = await call<Ready>(null, 'GET', '/health/ready')
  expect(answer.status).toBe(503)
  expect(answer.body).toEqual({ staying: true, database: true, migrations: false, arabicSearch: true })
})

it('a desk whose database does not answer is live, but says that it is not ready', async () => {
  vi.spyOn(sqlPool(), 'query').mockImplementation(() => {
    throw new Error('connection refused')
  })
  const answer = await call<Ready>(null, 'GET', '/health/ready')
  expect(answer.status).toBe(503)
  expect(answer.body).toEqual({ staying: true, database: false, migrations: false, arabicSearch: false })
  expect((await call(null, 'GET', '/health/live')).status).toBe(200)
})

it('a fault is answered only with a number that the log explains', async () => {
  vi.spyOn(sqlPool(), 'query').mockImplementation(() => {
    throw new Error('password of the database is hunter2')
  })
  const answer = await call('fd_x', 'GET', '/articles')
  expect([answer.status, answer.body.code]).toEqual([500, 'fault'])
  expect(answer.body.detail).toMatch(/[0-9a-f]{8}/)
  expect(answer.text).not.toContain('hunter2')
})
