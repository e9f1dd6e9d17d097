import { setTimeout as pause } from 'node:timers/promises'
import { smallDisk } from '../attacks/after-crash/disk'
import { connectBeside } from '../attacks/after-crash/processes'
import { atMost, exactly, ONE_PROXY, startDesk } from '../attacks/attack'
import type { Fault } from './parts/fault'
import { audit, Ledger } from './parts/ledger'
import { isReady, until } from '../attacks/after-crash/load'

const DISK_MB = 192
const PEOPLE = 16
const FULL_MS = 15_000
const BACK_MS = 120_000

const fault: Fault = {
  about: `The disk of ${DISK_MB} MB fills up amid reviews, and has room again.`,
  async run() {
    const disk = smallDisk(DISK_MB)
    if (!disk) {
      const untried = 'not tried: this user may not mount one'
      return [exactly('a full disk', untried, untried)]
    }
    try {
      const desk = await startDesk({ ...ONE_PROXY, LOG_LEVEL: 'error' }, { dataDir: disk.dir })
      try {
        const ledger = new Ledger(desk)
        await ledger.open(4, 50)
        let back = Infinity
        await ledger.during(PEOPLE, async () => {
          await pause(2_000)
          disk.fill()
          await pause(FULL_MS)
          disk.clear()
          back = await until(BACK_MS, () => isReady(desk.url))
          await pause(2_000)
        })
        const sql = connectBeside(desk.dataDir)
        await sql.connect()
        await ledger.look(sql)
        const again = await ledger.wave(ledger.claims.slice(0, 50))
        const figures = [
          atMost('a disk that has room again: ready after', Math.round(back / 100) / 10, 60, 's'),
          ...(await ledger.figures('a full disk', sql, () =>
            audit({ DATA_DIR: desk.dataDir, DATABASE_URL: '' }),
          )),
          exactly(
            'a disk that has room again: reviews go on',
            again.filter(({ status }) => status === 200).length,
            again.length,
          ),
        ]
        await sql.end()
        return figures
      } finally {
        await desk.stop()
      }
    } finally {
      disk.remove()
    }
  },
}

export default fault
