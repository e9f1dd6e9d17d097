import { setTimeout as pause } from 'node:timers/promises'
import { newsroom, tally, underLoad } from '../attacks/after-crash/load'
import { connectBeside, deskProcess, memoryOf } from '../attacks/after-crash/processes'
import { atMost, exactly, ONE_PROXY, startDesk } from '../attacks/attack'
import type { Fault } from './parts/fault'
import { audit, Ledger } from './parts/ledger'

const given = process.argv.find((word) => word.startsWith('--minutes='))?.split('=')[1]
const MINUTES = Number(given ?? 2)
const PEOPLE = 4
const REST_MS = 200
const SAMPLES = 60

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const fault: Fault = {
  about: `People read and review for ${MINUTES} minutes (--minutes=30) at about half of what the desk can do.`,
  async run() {
    const desk = await startDesk({ ...ONE_PROXY, LOG_LEVEL: 'error' })
    const cookie = await desk.signIn('editor')
    const sql = connectBeside(desk.dataDir)
    await sql.connect()
    try {
      const ledger = new Ledger(desk)
      await ledger.open(4, 50)
      const pid = deskProcess(desk.process.pid ?? 0) ?? 0
      const memory: number[] = []
      const people = newsroom(desk, cookie).filter(({ kind }) => kind !== 'API write')
      let read: Awaited<ReturnType<typeof underLoad>> = []
      await ledger.during(
        PEOPLE,
        async () => {
          read = await underLoad(desk.url, people.slice(0, 3), async () => {
            for (let sample = 0; sample < SAMPLES; sample += 1) {
              await pause((MINUTES * 60_000) / SAMPLES)
              memory.push(memoryOf(pid))
            }
          })
        },
        REST_MS,
      )
      const third = Math.floor(SAMPLES / 3)
      const [middle, last] = [median(memory.slice(third, 2 * third)), median(memory.slice(2 * third))]
      const wrong = read.filter(({ status }) => status !== 200)
      return [
        exactly(
          `${MINUTES} minutes: pages that were refused or broke, among ${tally(read)}`,
          wrong.length,
          0,
        ),
        atMost(
          `memory in the last third (middle third: ${middle} MB)`,
          last,
          Math.round(middle * 1.15),
          'MB',
        ),
        exactly('restarts of the desk', deskProcess(desk.process.pid ?? 0) === pid ? 0 : 1, 0),
        ...(await ledger.figures('a soak', sql, () => audit({ DATA_DIR: desk.dataDir, DATABASE_URL: '' }))),
      ]
    } finally {
      await sql.end()
      await desk.stop()
    }
  },
}

export default fault
