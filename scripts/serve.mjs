import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { orStop } from './lib/say.mjs'
import { TO_BE_MENDED } from './lib/supervise.mjs'

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))))

/** The desk's own process. `start.mjs` prepares it, starts it, and restarts it when it dies. */
let mustBeMended = () => false
await orStop(
  async () => {
    const desk = await import(pathToFileURL(path.resolve('dist/server.mjs')).href)
    mustBeMended = desk.mustBeMended
    await desk.start({
      demo: process.argv.includes('--demo'),
      again: process.argv.includes('--again'),
      forgetful: process.argv.includes('--forgetful'),
      onReady: () => process.send?.('ready'),
    })
  },
  (error) => (mustBeMended(error) ? TO_BE_MENDED : 1),
)
