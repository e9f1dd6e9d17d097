import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { connectBeside } from '../attacks/after-crash/processes'
import { exactly, makeDataDir, ONE_PROXY, startDesk, type Figure } from '../attacks/attack'
import type { Fault } from './parts/fault'
import { audit, Ledger } from './parts/ledger'
import { watchReadiness } from './parts/readiness'

const PEOPLE = 8
const HOUR_MS = 3_600_000
const JUMPS = [
  { what: 'two hours forward', ms: 2 * HOUR_MS },
  { what: 'two hours back again', ms: 0 },
  { what: 'two hours into the past', ms: -2 * HOUR_MS },
]
const EACH_MS = 4_000

/** The database keeps its own clock, as with several machines. */
const fault: Fault = {
  about: 'The clock of the desk jumps forward and back amid reviews; that of the database does not.',
  async run() {
    const dir = makeDataDir()
    const file = path.join(dir, 'clock')
    fs.writeFileSync(file, '0')
    const desk = await startDesk({
      ...ONE_PROXY,
      ...{ LOG_LEVEL: 'error', FAULTS_CLOCK: file },
      NODE_OPTIONS: `--import=${pathToFileURL(path.resolve('tests/faults/parts/clock.mjs')).href}`,
    })
    const sql = connectBeside(desk.dataDir)
    await sql.connect()
    try {
      const ledger = new Ledger(desk)
      await ledger.open(2, 50)
      const readiness = watchReadiness(desk.url)
      const figures: Figure[] = []
      await ledger.during(PEOPLE, async () => {
        for (const { what, ms } of JUMPS) {
          const before = ledger.acknowledged.length
          fs.writeFileSync(file, String(ms))
          await pause(EACH_MS)
          const done = ledger.acknowledged.length - before
          figures.push(exactly(`${what}: reviews go on (${done})`, done > 0 ? 'yes' : 'no', 'yes'))
        }
      })
      await readiness.stop()
      return [
        ...figures,
        exactly('a clock that jumps: ready all the time', readiness.wasRed() ? 'no' : 'yes', 'yes'),
        ...(await ledger.figures('a clock that jumps', sql, () =>
          audit({ DATA_DIR: desk.dataDir, DATABASE_URL: '' }),
        )),
      ]
    } finally {
      await sql.end()
      await desk.stop()
      fs.rmSync(dir, { recursive: true, force: true })
    }
  },
}

export default fault
