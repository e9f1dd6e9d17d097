import { setTimeout as pause } from 'node:timers/promises'
import { atMost, exactly, type Figure } from '../attacks/attack'
import { isReady, until } from '../attacks/after-crash/load'
import type { Fault } from './parts/fault'
import { audit, Ledger } from './parts/ledger'
import { withLinkedDesk, type LinkedDesk } from './parts/linked'
import { watchReadiness } from './parts/readiness'

const PEOPLE = 24
const BACK_MS = 60_000
const DISTURBED_MS = 10_000
const SETTLED_MS = 2_000

async function ledgerOf({ desk }: LinkedDesk): Promise<Ledger> {
  const ledger = new Ledger(desk)
  await ledger.open(4, 50)
  return ledger
}

async function compared(what: string, linked: LinkedDesk, ledger: Ledger): Promise<Figure[]> {
  const { sql, databaseUrl } = linked
  await ledger.look(sql)
  const again = await ledger.wave(ledger.claims.slice(0, 50))
  if (ledger.reviews.some(({ status }) => status === 500))
    process.stdout.write(linked.desk.said().slice(-6_000))
  return [
    ...(await ledger.figures(what, sql, () => audit({ DATABASE_URL: databaseUrl }))),
    exactly(`${what}: reviews go on`, again.filter(({ status }) => status === 200).length, again.length),
  ]
}

/** All connections are reset a few times; the desk need not even turn red. */
async function cut(linked: LinkedDesk): Promise<Figure[]> {
  const ledger = await ledgerOf(linked)
  await ledger.during(PEOPLE, async () => {
    for (let time = 0; time < 5; time += 1) {
      await pause(1_000)
      linked.link.cut()
    }
    await until(BACK_MS, () => isReady(linked.desk.url))
    await pause(SETTLED_MS)
  })
  return compared('connections cut five times', linked, ledger)
}

/** The network swallows everything: connections are half open. */
async function halfOpen(linked: LinkedDesk): Promise<Figure[]> {
  const ledger = await ledgerOf(linked)
  const readiness = watchReadiness(linked.desk.url)
  let back = Infinity
  await ledger.during(PEOPLE, async () => {
    await pause(1_000)
    linked.link.silence()
    await pause(2 * DISTURBED_MS)
    linked.link.restore()
    back = await readiness.redAndGreen(BACK_MS)
    await pause(SETTLED_MS)
  })
  await readiness.stop()
  const what = `connections half open for ${(2 * DISTURBED_MS) / 1_000} s`
  return [
    atMost(`${what}: red and green again by itself after`, back, 60, 's'),
    ...(await compared(what, linked, ledger)),
  ]
}

/** A database that answers, but late. */
async function slow(linked: LinkedDesk): Promise<Figure[]> {
  const ledger = await ledgerOf(linked)
  await ledger.during(PEOPLE, async () => {
    linked.link.slow(50)
    await pause(DISTURBED_MS)
    linked.link.slow(0)
    await pause(SETTLED_MS)
  })
  const done = ledger.acknowledged.length
  return [
    exactly('a slow database: reviews are still acknowledged', done > 0 ? 'yes' : 'no', 'yes'),
    ...(await compared('a database 100 ms away', linked, ledger)),
  ]
}

const fault: Fault = {
  about: 'Connections to the database are cut, stay half open, and become slow.',
  run: () =>
    withLinkedDesk(async (linked) => [
      ...(await cut(linked)),
      ...(await slow(linked)),
      ...(await halfOpen(linked)),
    ]),
}

export default fault
