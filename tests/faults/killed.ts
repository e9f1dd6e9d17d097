import { setTimeout as pause } from 'node:timers/promises'
import { connectBeside, deskProcess, postmaster } from '../attacks/after-crash/processes'
import { atMost, exactly, ONE_PROXY, startDesk, type AttackedDesk, type Figure } from '../attacks/attack'
import type { Fault } from './parts/fault'
import { audit, Ledger } from './parts/ledger'
import { watchReadiness } from './parts/readiness'

const ARTICLES = 10
const EACH = 100
/** How many reviews are acknowledged before something dies. */
const BEFORE = 100
const BACK_MS = 120_000

const kill = (pid: number | null, signal: NodeJS.Signals) => {
  if (pid === null) throw new Error('There is no process to kill.')
  process.kill(pid, signal)
}

/** What dies: the desk's process, the database, both, or a database that is restarted in order. */
const DEATHS: Record<string, (desk: AttackedDesk) => void> = {
  'kill -9 of the desk': ({ process: { pid } }) => kill(deskProcess(pid ?? 0), 'SIGKILL'),
  'kill -9 of Postgres': ({ dataDir }) => kill(postmaster(dataDir), 'SIGKILL'),
  'kill -9 of both': ({ process: { pid }, dataDir }) => {
    kill(postmaster(dataDir), 'SIGKILL')
    kill(deskProcess(pid ?? 0), 'SIGKILL')
  },
  'a restart of Postgres': ({ dataDir }) => kill(postmaster(dataDir), 'SIGINT'),
}

async function dies(desk: AttackedDesk, what: string, die: (desk: AttackedDesk) => void): Promise<Figure[]> {
  const ledger = new Ledger(desk)
  await ledger.open(ARTICLES, EACH)
  const readiness = watchReadiness(desk.url)
  const wave = ledger.wave()
  while (ledger.acknowledged.length < BEFORE) await pause(5)
  die(desk)
  const back = await readiness.redAndGreen(BACK_MS)
  await wave
  await readiness.stop()
  const sql = connectBeside(desk.dataDir)
  await sql.connect()
  try {
    await ledger.look(sql)
    const refused = ledger.reviews.length - ledger.acknowledged.length
    const again = await ledger.wave(ledger.claims.slice(0, 100))
    return [
      exactly(`${what}: something was not acknowledged`, refused > 0 ? 'yes' : 'no', 'yes'),
      atMost(`${what}: ready again by itself after`, back, 60, 's'),
      ...(await ledger.figures(what, sql, () => audit({ DATA_DIR: desk.dataDir, DATABASE_URL: '' }))),
      exactly(`${what}: reviews go on`, again.filter(({ status }) => status === 200).length, again.length),
    ]
  } finally {
    await sql.end()
  }
}

const fault: Fault = {
  about: `The desk, Postgres and both die amid ${ARTICLES * EACH} concurrent reviews; Postgres is restarted.`,
  async run() {
    const desk = await startDesk({ ...ONE_PROXY, LOG_LEVEL: 'error' })
    const figures: Figure[] = []
    try {
      for (const [what, die] of Object.entries(DEATHS)) figures.push(...(await dies(desk, what, die)))
      return figures
    } finally {
      await desk.stop()
    }
  },
}

export default fault
