import { randomBytes } from 'node:crypto'
import { openData } from './desk/data'
import { signIn, startDesk, startFloor, startReceiver } from './desk/desk'
import { jobsOn } from './desk/jobs'
import {
  measure,
  median,
  postmasterOf,
  sizeOf,
  statementsOf,
  type Figure,
  type PageSize,
} from './desk/measure'
import { asked, sized, sizeAsked } from './desk/options'
import { load } from './desk/processor'
import { scatter, vacuumAgain } from './desk/scatter'

/**
 * Measures what a request costs the desk, beside a bare server on the same data; see README.md. It prints one table for
 * each size.
 */
const { rounds, connections, ms, asBuilt, growth, million, scattered } = asked()

type Measured = { desk: number; floor: number | null }

const spread = (figures: readonly Figure[]) => {
  const all = figures.map((one) => one.ms)
  return `${Math.min(...all).toFixed(1)}–${Math.max(...all).toFixed(1)}`
}
const typical = (figures: readonly Figure[], of: keyof Figure) => median(figures.map((one) => one[of]))
const kilobytes = (bytes: number) => `${Math.round(bytes / 1_000)} KB`
const told = ({ html, packed, scripts }: PageSize) =>
  `HTML ${kilobytes(html)}, compressed ${kilobytes(packed)}; scripts compressed ${kilobytes(scripts)}`
const line = (cells: readonly string[]) => console.log(`| ${cells.join(' | ')} |`)

/** Measures every job on data of one size. @returns the processor time a request of each */
async function measureOn(size: { claims: number; articles: number }, isScattered = false) {
  const data = await openData(size)
  const { client, url, dataDir, filled } = data
  const secret = randomBytes(32).toString('base64url')
  const running: { stop: () => Promise<void> }[] = [{ stop: data.close }]
  const start = async <T extends { stop: () => Promise<void> }>(one: Promise<T>) => {
    const started = await one
    running.unshift(started)
    return started
  }
  try {
    if (isScattered) await scatter(client)
    const [floor, desk] = [
      await start(startFloor(url)),
      await start(startDesk({ url, secret, dataDir, asBuilt })),
    ]
    await start(startReceiver(client, filled.editor))
    const { token, cookie } = await signIn(client, filled.editor, secret)
    const jobs = await jobsOn({ client, count: connections, article: filled.article, token, cookie })
    const postmaster = await postmasterOf(client)
    const figures = jobs.map((job) => ({ job, desk: [] as Figure[], floor: [] as Figure[] }))
    for (let round = 0; round < rounds; round += 1)
      for (const { job, ...sides } of figures) {
        if (job.isOnFloor) sides.floor.push(await measure(floor, job, { connections, ms, postmaster }))
        sides.desk.push(await measure(desk, job, { connections, ms, postmaster }))
      }
    console.log(`\n${size.claims} claims${isScattered ? ', after scattered changes' : ''}; load ${load()}\n`)
    line(['job', 'floor', 'desk', 'of it the server', 'spread', '× floor', 'statements', 'a page'])
    line(['---', '--:', '--:', '--:', '--:', '--:', '--:', '---'])
    const results = new Map<string, Measured>()
    for (const { job, ...sides } of figures) {
      const one = {
        desk: typical(sides.desk, 'ms'),
        floor: job.isOnFloor ? typical(sides.floor, 'ms') : null,
      }
      const inAll = (side: Figure[], value: number) =>
        `${value.toFixed(2)} (${Math.round(typical(side, 'perSecond'))})`
      line([
        job.name,
        one.floor === null ? '' : inAll(sides.floor, one.floor),
        inAll(sides.desk, one.desk),
        typical(sides.desk, 'server').toFixed(2),
        spread(sides.desk),
        one.floor === null ? '' : (one.desk / one.floor).toFixed(2),
        String((await statementsOf(client, desk, job)) ?? '–'),
        job.isOnFloor ? '' : told(await sizeOf(desk, job)),
      ])
      results.set(job.name, one)
    }
    return results
  } finally {
    for (const one of running.slice(0, -1)) await one.stop()
    if (isScattered) await vacuumAgain(client)
    await data.close()
  }
}

/** How many times dearer each job is than on other data. */
function compare(name: string, before: Map<string, Measured>, after: Map<string, Measured>) {
  console.log(`\n${name}\n`)
  line(['job', 'times as dear'])
  line(['---', '--:'])
  for (const [job, { desk }] of after) line([job, (desk / (before.get(job)?.desk ?? Number.NaN)).toFixed(2)])
}

const whole = sizeAsked()
const results = await measureOn(whole)
if (growth) {
  const small = await measureOn(sized(2_000))
  const large = million ? await measureOn(sized(1_000_000)) : results
  compare(`From 2000 to ${million ? 1_000_000 : whole.claims} claims`, small, large)
}
if (scattered) compare('After a tenth of the claims changed', results, await measureOn(whole, true))
