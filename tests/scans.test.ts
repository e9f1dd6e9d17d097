import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { fill, type Filled } from '@/bench/data/fill'
import { ANCHOR_STATES } from '@/domain/anchor/shape'
import { claimList } from '@/domain/claim/list'
import { CLAIM_STATUSES } from '@/domain/claim/statuses'
import { makeToken } from '@/domain/user/commands'
import type { Actor } from '@/domain/user/policy'
import { sqlPool } from '@/prisma/client'
import { call } from './api'
import { withOwnDatabase } from './own-database'
import { statementsOf, type Statement } from './queries'
import { scansOf } from './plan'

/**
 * No list reads the whole table of claims. The desk answers real requests on a filled database, and PostgreSQL tells
 * how it would read for each of the statements.
 */
withOwnDatabase()

const CLAIMS = 4_000
let token: string
let filled: Filled & { claim: string; desk: string; person: string }

beforeAll(async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const made = await fill(client, { articles: 200, claims: CLAIMS })
  const { rows } = await client.query<{ claim: string; desk: string; person: string }>(
    `select (select id from claim where article_id = $1 limit 1) as claim, (select name from desk limit 1) as desk,
       (select assignee_id from claim where assignee_id is not null limit 1) as person`,
    [made.article],
  )
  await client.end()
  const [found] = rows
  if (!found) throw new Error('The database was not filled')
  filled = { ...made, ...found }
  const editor: Actor = { id: filled.editor, name: 'Editor', role: 'editor' }
  token = (await makeToken(editor, { name: 'test' })).token
  await call(token, 'GET', '/claims')
})

async function readsOf(path: string): Promise<Statement[]> {
  const { result, statements } = await statementsOf(() => call(token, 'GET', path))
  expect(result.status, `${path}: ${result.text.slice(0, 200)}`).toBe(200)
  return statements.filter(({ text }) => /^\s*(with|select)\b/i.test(text) && /\bclaim\b/.test(text))
}

const FILTERS: Record<keyof typeof claimList.filters, string[]> = {
  status: [...CLAIM_STATUSES, 'unreviewed,verified'],
  anchor: [...ANCHOR_STATES],
  article: ['{article}'],
  desk: ['{desk}'],
  language: ['ar', 'en,ar'],
  assignee: ['me', 'none', '{person}', 'none,me'],
  priority: ['urgent', 'high,urgent'],
  due: ['overdue', 'today', 'week'],
  signoff: ['waiting'],
  source: ['none', 'some'],
  cue: ['number'],
  created: ['2026-01-01..2026-01-31'],
  updated: ['2026-01-01..'],
  q: ['karsan', 'كارسان', 'bridge 500'],
}
const filtered = Object.entries(FILTERS).flatMap(([name, values]) =>
  values.map((value) => `${name}=${value}`),
)
const sorted = Object.keys(claimList.columns).flatMap((sort) =>
  ['asc', 'desc'].map((order) => `sort=${sort}&order=${order}`),
)

const PATHS = [
  ...[
    '',
    ...filtered,
    ...sorted,
    'status=disputed&sort=due',
    'assignee=me&status=unreviewed&sort=priority',
  ].map((query) => `/claims?${query}`),
  ...['', ...filtered].map((query) => `/claims/facets?${query}`),
  ...[
    '/articles',
    '/articles?mine=me',
    '/articles?q=bridge',
    '/articles?due=overdue',
    '/articles?sort=title',
  ],
  ...['/articles/{article}', '/articles/{article}/coverage', '/articles/{article}/sign-offs'],
  ...[
    '/articles/{article}/comments',
    '/articles/{article}/questions',
    '/articles/{article}/claim-review.json',
  ],
  ...['/claims/{claim}', '/claims/{claim}/history', '/claims/{claim}/comments', '/claims/{claim}/similar'],
  ...[
    '/reports',
    '/reports?article={article}',
    '/corrections',
    '/corrections?owner={person}',
    '/notices',
    '/me/work',
  ],
]

/** No index tells these of a claim, so they are asked of each until there is a page; their count asks all. */
const ASKED_OF_EACH = /[?&](source|cue)=/

it.each(PATHS.filter((path) => !ASKED_OF_EACH.test(path)))(
  'GET %s reads claims by an index',
  async (path) => {
    const asked = path.replace(/\{(\w+)\}/g, (_, name: keyof typeof filled) =>
      encodeURIComponent(filled[name]),
    )
    const scans = []
    for (const statement of await readsOf(asked)) scans.push(...(await scansOf(statement, 'claim')))
    expect(scans.join('\n')).toBe('')
  },
)

it('a read without an index is noticed', async () => {
  const text = `select id from claim where withdrawn_why = 'because'`
  expect(await scansOf({ text, values: [] }, 'claim')).toHaveLength(1)
  const { rows } = await sqlPool().query<{ n: number }>('select count(*)::int as n from claim')
  expect(rows[0]?.n).toBe(CLAIMS)
})
