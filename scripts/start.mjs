import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale, checkNode, generateIfStale, installIfMissing } from './lib/prepare.mjs'
import { orStop } from './lib/say.mjs'

process.chdir(path.dirname(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname)))

await orStop(async () => {
  checkNode()
  await installIfMissing()
  await generateIfStale()
  await buildIfStale()
  process.env.NODE_ENV = 'production'
  const { start } = await import(pathToFileURL(path.resolve('dist/server.mjs')).href)
  await start({ demo: process.argv.includes('--demo') })
})
