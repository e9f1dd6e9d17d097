import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { api } from '@/app/api/v1/app'
import { setClock } from '@/services/clock'
import { LIMITS } from '@/services/limits/limits'
import {
  limitOf,
  OPEN_ACTIONS,
  OPEN_API,
  OPEN_PAGES,
  pathForLog,
  type Entrance,
} from '@/services/limits/entrances'
import { SENDER_HEADER } from '@/services/sender'
import { call } from './api'

beforeEach(() => setClock(new Date()))
afterEach(() => setClock())

const filesIn = (folder: string) => fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
const read = (file: string) => fs.readFileSync(file, 'utf8')

/** The first check of handlers that require sign-in. */
const ASKS_WHO = /\brequireActor\(|\bdeskRoute\b/

/** The addresses that the files of a folder answer, in Next's naming, and whether a stranger gets in. */
function entrancesOf(folder: string): { route: string; open: boolean }[] {
  return filesIn(folder)
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => ({
      route: `/${path
        .dirname(file)
        .split('/')
        .filter((part) => part !== '.' && !/^\(.*\)$/.test(part))
        .join('/')}`,
      open: !ASKS_WHO.test(read(path.join(folder, file))),
    }))
}

const filled = (route: string) => route.replace(/\[[^\]]+\]|\{[^}]+\}/g, '1')
const isAnswered = ({ limit, because }: Entrance) => limit !== null || (because ?? '').length > 20

/** The API asks for itself, before Next sees the request. */
const API = '/api/v1/[...path]'
const entrances = entrancesOf('app').filter(({ route }) => route !== API)

describe('every page and address that needs no sign-in', () => {
  it('is listed with its limit, and no other page is listed', () => {
    expect(entrances.length).toBeGreaterThan(30)
    const open = entrances.filter((one) => one.open).map(({ route }) => route)
    expect(open.sort()).toEqual(Object.keys(OPEN_PAGES).sort())
  })

  it.each(Object.entries(OPEN_PAGES))('%s is counted by its listed limit', (route, entrance) => {
    expect(isAnswered(entrance)).toBe(true)
    expect(limitOf(filled(route))).toBe(entrance.limit)
    expect(limitOf(`${filled(route)}/`)).toBe(entrance.limit)
  })

  it('is found by this search', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'factdesk-entrances-'))
    fs.mkdirSync(path.join(folder, '(public)/new/[id]'), { recursive: true })
    fs.writeFileSync(path.join(folder, '(public)/new/[id]/page.tsx'), 'export default () => null')
    fs.writeFileSync(path.join(folder, 'page.tsx'), 'await requireActor()')
    expect(entrancesOf(folder)).toEqual([
      { route: '/new/[id]', open: true },
      { route: '/', open: false },
    ])
  })
})

it.each(entrances.filter((one) => !one.open))('$route counts strangers', ({ route }) => {
  expect(limitOf(filled(route))).toBe('strangers')
})

it.each([
  '/nowhere',
  '/_next/image',
  '/_next/data/x',
  '/%',
  '/corrections/1/2',
  '/feed.atom',
  '//',
  '/icon.svg/x',
])('%s, which is not a page, counts strangers', (asked) => expect(limitOf(asked)).toBe('strangers'))

it.each([
  ['/calendar/Ab-_9/due-work.ics', '/calendar/[secret]'],
  ['/calendar/Ab-_9', '/calendar/[secret]'],
  ['/cal%65ndar//Ab-_9/x', '/calendar/[secret]'],
  ['/%63alendar/Ab-_9/%64ue', '/calendar/[secret]'],
  ['/corrections/requests/Ab-_9', '/corrections/requests/[secret]'],
  ['/corrections/requests/Ab-_9/', '/corrections/requests/[secret]'],
  ['//corrections/requests/Ab-_9', '/corrections/requests/[secret]'],
  ['/questions/Ab-_9', '/questions/[secret]'],
  ['//quest%69ons/Ab-_9/x', '/questions/[secret]'],
  ['/corrections/1', '/corrections/1'],
  ['/claims/%ff', '/claims/%ff'],
])('of %s the log has %s', (asked, logged) => expect(pathForLog(asked)).toBe(logged))

it.each(['/_next/static/chunks/a.js', '/icon.svg'])('%s is a build file', (asked) =>
  expect(limitOf(asked)).toBeNull(),
)

describe('every address of the HTTP API', () => {
  const routes = [
    ...new Set(
      api.routes.filter(({ method }) => method !== 'ALL').map(({ method, path: at }) => `${method} ${at}`),
    ),
  ]

  it('requires a token, or is listed with its limit', async () => {
    expect(routes.length).toBeGreaterThan(40)
    const open: string[] = []
    for (const route of routes) {
      const [method = '', at = ''] = route.split(' ')
      const { status } = await call(null, method, filled(at.replace(/:\w+(\{[^}]*\})?/g, '1')).slice(7))
      if (status !== 401) open.push(route)
    }
    expect(open.sort()).toEqual(Object.keys(OPEN_API).sort())
    for (const entrance of Object.values(OPEN_API)) expect(isAnswered(entrance)).toBe(true)
  })

  it.each([
    ['POST /verify', 'verify', {}],
    ['GET /articles', 'apiStranger', {}],
    ['GET /articles', 'apiStranger', { authorization: 'Bearer fd_guess' }],
  ] as const)('%s refuses a sender over the limit: %s %j', async (route, limit, headers) => {
    const sender = { [SENDER_HEADER]: randomUUID(), ...headers }
    const [method = '', at = ''] = route.split(' ')
    const ask = () => call(null, method, at, { headers: sender })
    const answers = []
    for (let n = 0; n < LIMITS[limit].allowance + 2; n += 1) answers.push(await ask())
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(2)
    for (const { headers: sent } of refused) expect(Number(sent.get('retry-after'))).toBeGreaterThan(0)
    expect((await call(null, method, at)).status).not.toBe(429)
  })
})

describe('every form action', () => {
  const ASKS = /\b(?:form|read|open)Action\(|\bcurrentActor\(/
  const actions = filesIn('app')
    .filter((file) => /(^|\/)actions\.ts$/.test(file))
    .flatMap((file) =>
      read(path.join('app', file))
        .split(/^export (?:async function|const) /m)
        .slice(1)
        .map((text) => ({ name: /^\w+/.exec(text)?.[0] ?? '', text })),
    )

  it('checks its sender, or counts the sender, or is listed', () => {
    expect(actions.length).toBeGreaterThan(40)
    const others = actions.filter(({ text }) => !ASKS.test(text))
    expect(others.map(({ name }) => name).sort()).toEqual(Object.keys(OPEN_ACTIONS).sort())
    for (const entrance of Object.values(OPEN_ACTIONS)) expect(isAnswered(entrance)).toBe(true)
  })
})
