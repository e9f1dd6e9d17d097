import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, longReadPool, sqlPool } from '@/prisma/client'
import { call, faults } from '@/tests/api'
import { makeRows } from '@/tests/claim-rows'
import { readWorkbook, titledRows } from '@/tests/export'
import { makeArticle, makeUser, unique, type MadeUser } from '@/tests/factories'
import { api } from './app'

let reader: MadeUser
let desk: string
let server: Server
let origin: string

beforeAll(async () => {
  reader = await makeUser({ role: 'viewer' })
  desk = `desk ${unique()}`
  const { actor } = await makeUser()
  const { ids } = await makeRows(
    actor,
    Array.from({ length: 2_000 }, () => ({})),
    { desk },
  )
  const source = { kind: 'link' as const, stance: 'context' as const, createdById: actor.id }
  // Incompressible text, so that no format is sent completely before its reader has gone.
  await db().source.createMany({
    data: ids.map((claimId) => ({
      ...source,
      claimId,
      title: 'Scan',
      excerpt: randomBytes(9_000).toString('base64'),
    })),
  })
  const answer = getRequestListener(api.fetch)
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const ask = (format: string, query: string, init: RequestInit = {}) =>
  fetch(`${origin}/api/v1/claims/export.${format}?${query}`, {
    ...init,
    headers: { authorization: `Bearer ${reader.token}`, ...init.headers },
  })

describe('an export by the API', () => {
  it('holds the claims that match the filters, in each format', async () => {
    const { actor } = await makeUser()
    const article = await makeArticle(actor)
    const csv = await ask('csv', `article=${article.id}&sort=number&bom=0`)
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(csv.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Claims \d{4}-\d\d-\d\d\.csv"/,
    )
    expect(csv.headers.get('x-claim-count')).toBe('2')
    const rows = parse<Record<string, string>>(await csv.text(), { columns: true })
    expect(rows.map((row) => row.claim_id)).toEqual(article.claims.map(({ id }) => id))
    const xlsx = await ask('xlsx', `article=${article.id}`, { headers: { 'accept-language': 'ar' } })
    expect(xlsx.headers.get('content-disposition')).toContain(encodeURIComponent('الادعاءات'))
    const [sheet] = readWorkbook(new Uint8Array(await xlsx.arrayBuffer())).sheets
    expect(sheet && titledRows(sheet)).toHaveLength(2)
    expect(sheet?.rightToLeft).toBe(true)
    const lines = (await (await ask('jsonl', `article=${article.id}`)).text()).trimEnd().split('\n')
    expect(lines.at(-1)).toBe('{"end":true,"count":2}')
  })

  it('is refused to strangers, and names an unusable parameter', async () => {
    expect((await call(null, 'GET', '/claims/export.csv')).status).toBe(401)
    const bad = await call(reader.token, 'GET', '/claims/export.xlsx?status=nonsense&bom=2')
    expect(bad.status).toBe(400)
    expect(faults(bad)).toEqual(['status notOneOf', 'bom notOneOf'])
    expect((await call(reader.token, 'GET', '/claims/export.exe')).status).toBe(404)
  })

  it('answers HEAD with its size and keeps no connection', async () => {
    const head = await ask('csv', `desk=${desk}`, { method: 'HEAD' })
    expect(head.headers.get('x-claim-count')).toBe('2000')
    expect(longReadPool().totalCount).toBe(0)
  })

  it.each(['csv', 'xlsx', 'jsonl'])(
    'releases the database when the reader of %s goes away',
    async (format) => {
      const leave = new AbortController()
      const answer = await ask(format, `desk=${desk}`, { signal: leave.signal })
      const stream = answer.body?.getReader()
      await stream?.read()
      expect(longReadPool().totalCount).toBe(1)
      leave.abort()
      await expect.poll(() => longReadPool().totalCount).toBe(0)
    },
  )

  it.each(['csv', 'xlsx', 'jsonl'])('aborts %s when the database fails during the export', async (format) => {
    const answer = await ask(format, `desk=${desk}`)
    expect(answer.status).toBe(200)
    const stream = answer.body?.getReader()
    await stream?.read()
    await sqlPool().query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'factdesk long read'`,
    )
    const rest = async () => {
      for (let next = await stream?.read(); next && !next.done; next = await stream?.read());
    }
    await expect(rest()).rejects.toThrow()
    await expect.poll(() => longReadPool().totalCount).toBe(0)
  })
})
