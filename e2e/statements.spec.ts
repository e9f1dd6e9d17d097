import { spawnSync } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { expect, test } from './desk'
import { anotherInstance, databaseOfTheDesk, sessionKey, type Instance } from './instances'

/**
 * How many statements each page sends to PostgreSQL at most, on a filled desk of its own where nobody else asks. More claims,
 * people or desks never make them more. `{article}` has 100 claims.
 */
const KEPT: [page: string, statements: number][] = [
  ['/my-work', 10],
  ['/claims', 9],
  ['/claims?q=karsan', 9],
  ['/claims?status=disputed', 9],
  ['/articles', 6],
  ['/articles/{article}', 17],
  ['/articles/{article}/claims/1', 33],
  ['/articles/{article}/history', 9],
  ['/articles/{article}/questions', 9],
  ['/articles/{article}/report', 16],
  ['/articles/{article}/edit', 6],
  ['/articles/{article}/revise', 8],
  ['/articles/new', 2],
  ['/articles/import', 2],
  ['/claims/similar', 2],
  ['/claim-review', 2],
  ['/reports', 3],
  ['/corrections-desk', 22],
  ['/corrections-desk/statistics', 12],
  ['/notices', 5],
  ['/settings', 8],
  ['/settings/history', 4],
  ['/settings/notices', 3],
  ['/settings/wordings', 4],
  ['/corrections', 4],
]

const name = `statements_${randomBytes(4).toString('hex')}`
let client: pg.Client
let instance: Instance
const cookies: Partial<Record<'editor' | 'admin', string>> = {}
let article: string

async function onServer(sql: string) {
  const server = new pg.Client({ connectionString: databaseOfTheDesk() })
  await server.connect()
  await server.query(sql).finally(() => server.end())
}

test.beforeAll(async () => {
  test.setTimeout(300_000)
  await onServer(`create database ${name}`)
  const database = databaseOfTheDesk(name)
  const filled = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'bench/data.ts', '--claims', '1000'],
    { env: { ...process.env, DATABASE_URL: database }, encoding: 'utf8' },
  )
  expect(filled.status, filled.stderr).toBe(0)
  client = new pg.Client({ connectionString: database })
  await client.connect()
  await client.query('create extension pg_stat_statements')
  const { rows } = await client.query<{ id: string }>(
    'select id from article where last_claim = 100 order by id limit 1',
  )
  article = rows[0]?.id ?? ''
  cookies.editor = await signedIn('editor')
  cookies.admin = await signedIn('admin')
  instance = await anotherInstance(database)
})

test.afterAll(async () => {
  await instance?.end()
  await client?.end()
  await onServer(`drop database if exists ${name} with (force)`)
})

/** The cookie of a browser in which somebody with a role is signed in. */
async function signedIn(role: 'editor' | 'admin'): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const { rows } = await client.query<{ person: string }>(
    `insert into session (id, user_id, hash, browser, created_at, last_seen_at, ends_at)
     select $1, id, $2, 'test', now(), now(), now() + interval '1 day' from "user"
     where role = $3::"Role" order by email limit 1 returning user_id as person`,
    [randomUUID(), createHash('sha256').update(secret).digest('hex'), role],
  )
  const token = { sub: rows[0]?.person, secret }
  return `next-auth.session-token=${await encode({ token, secret: sessionKey() })}`
}

/** Statements that the database was sent, without those that count them. */
async function sent(): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select coalesce(sum(calls), 0)::int as n from pg_stat_statements
     where dbid = (select oid from pg_database where datname = current_database())
       and query not like '%pg_stat_statements%'`,
  )
  return rows[0]?.n ?? 0
}

/** How often a page is asked for. What the desk does by itself only adds to a count, so the least one is the page's. */
const ASKED = 6

async function statementsOf(page: string): Promise<number> {
  const counts: number[] = []
  const cookie = cookies[page.startsWith('/settings') ? 'admin' : 'editor'] ?? ''
  for (let asked = 0; asked < ASKED; asked += 1) {
    const before = await sent()
    const answer = await fetch(instance.url + page, { headers: { cookie }, redirect: 'manual' })
    expect(answer.status, page).toBe(200)
    await answer.text()
    counts.push((await sent()) - before)
  }
  return Math.min(...counts)
}

test('no page sends more statements than it is known to', async () => {
  test.setTimeout(300_000)
  const more: string[] = []
  for (const [page, kept] of KEPT) {
    const counted = await statementsOf(page.replace('{article}', article))
    if (counted > kept) more.push(`${page}: ${counted} instead of ${kept}`)
  }
  expect(more).toEqual([])
})
