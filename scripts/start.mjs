import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildIfStale, checkNode, generateIfStale, installIfMissing } from './lib/prepare.mjs'
import { orStop } from './lib/say.mjs'
import { supervise } from './lib/supervise.mjs'

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))))

await orStop(async () => {
  checkNode()
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
  await installIfMissing()
  await generateIfStale()
  await buildIfStale()
  process.env.NODE_ENV = 'production'
  const givenUp = async () => {
    const { endLeftovers } = await import(pathToFileURL(path.resolve('dist/server.mjs')).href)
    await endLeftovers()
  }
  process.exit(await supervise('scripts/serve.mjs', process.argv.slice(2), { givenUp }))
})
