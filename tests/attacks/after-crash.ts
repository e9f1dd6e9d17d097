import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import {
  atMost,
  exactly,
  makeDataDir,
  mayContain,
  ONE_PROXY,
  startDesk,
  type Attack,
  type AttackedDesk,
  type Figure,
} from './attack'
import { LOCK_WAIT_MS } from '@/prisma/pool'
import { TURN_MS } from '@/services/transaction'
import { smallDisk } from './after-crash/disk'
import { isReady, newsroom, tally, underLoad, until, type Answer } from './after-crash/load'
import { connectBeside, deskProcess, memoryOf, postmaster } from './after-crash/processes'

const BACK_MS = 120_000
const SETTLED_MS = 3_000

/** Checks that readers of a desk that cannot work get only an answer, or a time to come back. */
function met(what: string, answers: Answer[]): Figure[] {
  const faults = answers.filter(({ status }) => status >= 500 && status !== 503)
  const mute = answers.filter(({ status, retryAfter }) => status === 503 && !retryAfter)
  const longest = Math.max(0, ...answers.map(({ tookMs }) => tookMs))
  const kinds = [...new Set(faults.map(({ kind }) => kind))].join(', ')
  return [
    exactly(`${what}: faults among ${tally(answers)}${kinds && ` (${kinds})`}`, faults.length, 0),
    exactly(`${what}: told to come back without when`, mute.length, 0),
    atMost(`${what}: the longest answer`, longest, 20_000, 'ms'),
  ]
}

const seconds = (ms: number) => Math.round(ms / 100) / 10

async function processDies(desk: AttackedDesk, cookie: string): Promise<Figure[]> {
  const supervisor = desk.process.pid ?? 0
  const figures = [atMost('memory of what starts the desk again', memoryOf(supervisor), 100, 'MB')]
  let back = Infinity
  const answers = await underLoad(desk.url, newsroom(desk, cookie), async () => {
    process.kill(deskProcess(supervisor) ?? 0, 'SIGKILL')
    await pause(500)
    back = await until(BACK_MS, () => isReady(desk.url))
    await pause(SETTLED_MS)
  })
  figures.push(
    atMost('kill -9 of the desk: ready again after', seconds(back + 500), 60, 's'),
    ...met('kill -9 of the desk', answers),
  )
  return figures
}

async function databaseDies(desk: AttackedDesk, cookie: string): Promise<Figure[]> {
  let back = Infinity
  const answers = await underLoad(desk.url, newsroom(desk, cookie), async () => {
    await pause(1_000)
    process.kill(postmaster(desk.dataDir) ?? 0, 'SIGKILL')
    await pause(200)
    back = await until(BACK_MS, () => isReady(desk.url))
    await pause(SETTLED_MS)
  })
  const told = answers.filter(({ status }) => status === 503)
  const pages = told.filter(({ kind, text }) => kind === 'page' && text.includes('<html'))
  const languages = ['lang="ar" dir="rtl"', 'lang="en" dir="ltr"'].filter((tag) =>
    pages.some(({ text }) => text.includes(tag)),
  )
  return [
    atMost('kill -9 of the database: ready again after', seconds(back + 200), 60, 's'),
    ...met('kill -9 of the database', answers),
    exactly('kill -9 of the database: languages of the page that says so', languages.length, 2),
  ]
}

const WRITERS = 16
const HELD_MS = 20_000
/** The time an answer takes apart from waiting, on a busy machine. */
const ANSWERED_MS = 2_000

async function rowIsHeld(desk: AttackedDesk, cookie: string): Promise<Figure[]> {
  const all = newsroom(desk, cookie)
  const reads = all.filter(({ kind }) => ['page', 'API read', 'feed', 'session'].includes(kind))
  const readers = [...reads, ...reads]
  const before = await underLoad(desk.url, readers, () => pause(5_000))
  const sql = connectBeside(desk.dataDir)
  await sql.connect()
  const headers = { authorization: `Bearer ${desk.token}`, 'content-type': 'application/json' }
  const { rows } = await sql.query<{ id: string; version: number; article: string }>(
    'select id, version, article_id as article from claim limit 1',
  )
  const { id, version, article } = rows[0] ?? { id: '', version: 1, article: '' }
  const writers = Array.from({ length: WRITERS }, (_, n) => ({
    kind: 'held',
    path: `/api/v1/claims/${id}`,
    init: { method: 'PATCH', headers, body: JSON.stringify({ version, finding: `As of ${1900 + n}.` }) },
  }))
  let answers: Answer[] = []
  try {
    await sql.query('begin')
    await sql.query('select 1 from article where id = $1 for update', [article])
    // Each reading also records who asks, in that person's row and in the row of each limit.
    await sql.query('select 1 from api_token for update')
    await sql.query('select 1 from session for update')
    answers = await underLoad(desk.url, [...readers, ...writers], () => pause(HELD_MS))
  } finally {
    await sql.query('rollback')
    await sql.end()
  }
  const of = (kind: boolean) => answers.filter((answer) => (answer.kind === 'held') === kind)
  const longest = (some: Answer[]) => Math.max(0, ...some.map(({ tookMs }) => tookMs))
  const refused = of(true).filter(({ status }) => status === 503)
  return [
    exactly(
      `a row held from outside: reads refused or broken among ${tally(of(false))}`,
      of(false).filter(({ status }) => status !== 200).length,
      0,
    ),
    atMost(
      `… the longest read (before: ${longest(before)} ms)`,
      longest(of(false)),
      longest(before) + 3_000,
      'ms',
    ),
    exactly(`… writes to it told to come back, among ${tally(of(true))}`, refused.length, of(true).length),
    atMost(
      '… the longest wait of such a write',
      longest(of(true)),
      TURN_MS + 2 * LOCK_WAIT_MS + ANSWERED_MS,
      'ms',
    ),
    ...met('a row held from outside', answers),
  ]
}

async function orderlyStop(desk: AttackedDesk, cookie: string): Promise<Figure[]> {
  const readers = newsroom(desk, cookie)
  let took = Infinity
  const answers = await underLoad(desk.url, [...readers, ...readers], async () => {
    await pause(2_000)
    desk.process.kill('SIGTERM')
    took = await until(60_000, () => desk.process.exitCode !== null)
  })
  return [
    exactly(
      `an orderly stop: answers of 500 and more among ${tally(answers)}`,
      answers.filter(({ status }) => status >= 500).length,
      0,
    ),
    exactly('an orderly stop: exit code', desk.process.exitCode ?? 'none', 0),
    atMost('an orderly stop took', seconds(took), 20, 's'),
    exactly('an orderly stop: the database', postmaster(desk.dataDir) ? 'runs' : 'ended', 'ended'),
  ]
}

/** Starts a desk on the data of another. */
async function startsOn(what: string, setup: { dataDir: string; inContainer?: boolean }): Promise<Figure> {
  const from = Date.now()
  const desk = await startDesk({}, setup).catch((error: unknown) => error as Error)
  if (desk instanceof Error) return exactly(what, desk.message.trim().split('\n').at(-1) ?? '', 'starts')
  await desk.stop()
  return exactly(`${what} (${seconds(Date.now() - from)} s)`, 'starts', 'starts')
}

async function locksLeft(dataDir: string): Promise<Figure[]> {
  const lock = path.join(dataDir, 'running')
  fs.writeFileSync(lock, JSON.stringify({ pid: process.pid, began: '17', place: 'another start' }))
  const figures = [await startsOn('a lock with the number of another program', { dataDir })]
  fs.writeFileSync(lock, String(process.pid))
  figures.push(await startsOn('a lock that is a number alone', { dataDir }))
  return figures
}

async function containerKilled(): Promise<Figure[]> {
  if (!mayContain())
    return [
      exactly('a container killed hard', 'not tried: no containers here', 'not tried: no containers here'),
    ]
  const dataDir = makeDataDir()
  try {
    const desk = await startDesk({}, { dataDir, inContainer: true })
    const { pid } = JSON.parse(fs.readFileSync(path.join(dataDir, 'running'), 'utf8')) as { pid: number }
    // All processes in it die at once, as with `docker kill`.
    await desk.stop()
    return [
      await startsOn(`a container killed hard, with a lock of process ${pid}`, {
        dataDir,
        inContainer: true,
      }),
    ]
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

const DISK_MB = 192
const FULL_MS = 20_000

async function diskFills(): Promise<Figure[]> {
  const disk = smallDisk(DISK_MB)
  if (!disk)
    return [
      exactly(
        'a full disk',
        'not tried: this user may not mount one',
        'not tried: this user may not mount one',
      ),
    ]
  let desk: AttackedDesk | null = null
  try {
    desk = await startDesk(ONE_PROXY, { dataDir: disk.dir })
    const { url } = desk
    const cookie = await desk.signIn('editor')
    const text = 'The bridge opened in 1998. '.repeat(2_000)
    const headers = { authorization: `Bearer ${desk.token}`, 'content-type': 'application/json' }
    const body = JSON.stringify({ title: 'Bridges', language: 'en', text })
    const large = { kind: 'large write', path: '/api/v1/articles', init: { method: 'POST', headers, body } }
    let back = Infinity
    const full = await underLoad(url, [...newsroom(desk, cookie), large], async () => {
      disk.fill()
      await pause(FULL_MS)
    })
    const after = await underLoad(url, newsroom(desk, cookie), async () => {
      disk.clear()
      back = await until(BACK_MS, () => isReady(url))
      await pause(SETTLED_MS)
    })
    const wrote = after.filter(({ kind, status }) => kind === 'API write' && status === 201)
    const kinds = ['page', 'API read', 'feed', 'API write', 'large write']
    const told = kinds.map((kind) => `${kind} ${tally(full.filter((answer) => answer.kind === kind))}`)
    return [
      ...met(`a full disk (${told.join('; ')})`, full),
      atMost('a full disk has room: ready again after', seconds(back), 60, 's'),
      ...met('a full disk has room', after),
      exactly('a full disk has room: writes go on', wrote.length > 0 ? 'yes' : 'no', 'yes'),
    ]
  } finally {
    await desk?.stop()
    disk.remove()
  }
}

const attack: Attack = {
  about:
    'The desk, its database and its container are killed, a row is held, its disk fills up: it comes back.',
  settings: { ...ONE_PROXY, LOG_LEVEL: 'error' },
  async run(desk) {
    const cookie = await desk.signIn('editor')
    const figures = [
      ...(await processDies(desk, cookie)),
      ...(await databaseDies(desk, cookie)),
      ...(await rowIsHeld(desk, cookie)),
      ...(await orderlyStop(desk, cookie)),
      ...(await locksLeft(desk.dataDir)),
      ...(await containerKilled()),
      ...(await diskFills()),
    ]
    if (figures.some(({ holds }) => !holds)) process.stdout.write(desk.said().slice(-4_000))
    return figures
  },
}

export default attack
