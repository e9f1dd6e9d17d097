import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundle, bundleOnChange, checkNode, generateIfStale, installIfMissing } from './lib/prepare.mjs'
import { orStop, say } from './lib/say.mjs'

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))))

/** A build folder of its own, so that a started desk can go on beside this one. */
const BUILT = path.join('dist', 'dev')
const DATA = path.join('.data', 'dev')

const load = (file, version = 0) => import(`${pathToFileURL(path.resolve(file)).href}?${version}`)

/** The path at which Next asks for its newest version, on any host. */
const NEWEST_NEXT = '/-/package/next/dist-tags'

/** Stops Next from asking for its version, because the desk contacts no outside host. */
function askNobody() {
  const ask = globalThis.fetch
  globalThis.fetch = (input, ...more) =>
    String(input).endsWith(NEWEST_NEXT)
      ? Promise.reject(new Error('Nobody outside is asked.'))
      : ask(input, ...more)
}

/** Answers with the newest code of the limits, the refusals and the HTTP API. */
async function renewing() {
  const file = path.join(BUILT, 'answer.mjs')
  let newest
  let version = 0
  await bundleOnChange('scripts/answer.ts', file, async (seconds) => {
    version += 1
    newest = await load(file, version)
    if (version > 1) say(`The HTTP API is new (${seconds.toFixed(1)} s)`)
  })
  return (config) => {
    let made
    let answer
    return (...asked) => {
      if (made !== newest) answer = newest.answering(config)
      made = newest
      answer(...asked)
    }
  }
}

/** Runs the desk with the demo newsroom. Pages and API follow their code, and the data stays for the next run. */
await orStop(async () => {
  checkNode()
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
  process.env.DATA_DIR ||= DATA
  process.env.NODE_ENV = 'development'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  process.setSourceMapsEnabled(true)
  askNobody()
  await installIfMissing()
  await generateIfStale()
  const server = path.join(BUILT, 'server.mjs')
  await bundle('scripts/server.ts', server)
  const renewed = await renewing()
  const desk = await load(server)
  await desk.start({ demo: true, renewed })
})
