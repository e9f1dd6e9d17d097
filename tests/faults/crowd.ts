import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { connectBeside } from '../attacks/after-crash/processes'
import { ask, tally, underLoad, type Answer } from '../attacks/after-crash/load'
import { atMost, exactly, ONE_PROXY, startDesk, type AttackedDesk, type Figure } from '../attacks/attack'
import type { Fault } from './parts/fault'
import { audit, Ledger } from './parts/ledger'

const WRITERS = 100
const WRITING_MS = 15_000
const READERS = 600
const LONGEST_READ_MS = 30_000
const PATIENCE_MS = 60_000

/** Opens a page on a connection of its own, as each reader does; `fetch` would let them wait for each other's. */
const open = (url: string, headers: Record<string, string>) =>
  new Promise<Answer>((resolve) => {
    const at = Date.now()
    const done = (status: number, retryAfter: string | null) =>
      resolve({ kind: 'page', at, text: '', status, retryAfter, tookMs: Date.now() - at })
    const request = http.get(url, { agent: false, headers, timeout: PATIENCE_MS }, (response) => {
      const { statusCode = 0, headers: answered } = response
      response
        .resume()
        .on('close', () => done(response.complete ? statusCode : 0, answered['retry-after'] ?? null))
    })
    request.on('timeout', () => request.destroy()).on('error', () => done(0, null))
  })

/** So many pages at once that the desk cannot make them all in time. */
async function readersAtOnce(desk: AttackedDesk): Promise<Figure[]> {
  const cookie = await desk.signIn('editor')
  const answers = await Promise.all(
    Array.from({ length: READERS }, () => open(`${desk.url}/claims`, { cookie, accept: 'text/html' })),
  )
  const count = (wanted: number) => answers.filter(({ status }) => status === wanted).length
  const mute = answers.filter(({ status, retryAfter }) => status === 503 && !retryAfter)
  const what = `${READERS} pages at once`
  return [
    exactly(`${what}: made or told to come back, among ${tally(answers)}`, count(200) + count(503), READERS),
    exactly(`${what}: told to come back without when`, mute.length, 0),
    atMost(
      `${what}: the longest answer`,
      Math.max(...answers.map(({ tookMs }) => tookMs)),
      LONGEST_READ_MS,
      'ms',
    ),
  ]
}

const fault: Fault = {
  about: `${WRITERS} people write to one article without a pause, and others read; then ${READERS} open a page at once.`,
  async run() {
    const desk = await startDesk({ ...ONE_PROXY, LOG_LEVEL: 'error' })
    const sql = connectBeside(desk.dataDir)
    await sql.connect()
    try {
      const ledger = new Ledger(desk)
      await ledger.open(1, WRITERS)
      const headers = { authorization: `Bearer ${desk.token}` }
      const reads = [
        { kind: 'list', path: '/api/v1/claims?limit=20', init: { headers } },
        { kind: 'article', path: `/api/v1/articles/${ledger.articleIds[0]}`, init: { headers } },
      ]
      let read: Awaited<ReturnType<typeof underLoad>> = []
      await ledger.during(WRITERS, async () => {
        read = await underLoad(desk.url, reads, () => pause(WRITING_MS))
      })
      const during = ledger.tally()
      const rate = Math.round((ledger.acknowledged.length * 1_000) / WRITING_MS)
      const after = await ask(desk.url, { kind: 'after', path: '/api/v1/claims?limit=20', init: { headers } })
      const crowd = await readersAtOnce(desk)
      const figures: Figure[] = [
        ...crowd,
        exactly(
          `${WRITERS} writers (${during}; ${rate} reviews a second): some are acknowledged`,
          rate > 0 ? 'yes' : 'no',
          'yes',
        ),
        exactly('reads refused meanwhile', read.filter(({ status }) => status !== 200).length, 0),
        atMost('the longest read meanwhile', Math.max(0, ...read.map(({ tookMs }) => tookMs)), 5_000, 'ms'),
        atMost('a read right afterwards', after.tookMs, 1_000, 'ms'),
        ...(await ledger.figures(`${WRITERS} writers`, sql, () =>
          audit({ DATA_DIR: desk.dataDir, DATABASE_URL: '' }),
        )),
      ]
      return figures
    } finally {
      await sql.end()
      await desk.stop()
    }
  },
}

export default fault
