import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { PRODUCT } from './folders.mjs'
import { takeLock } from './lock.mjs'
import { run } from './run.mjs'
import { say, Stop } from './say.mjs'

const OLDEST_NODE = [20, 19]
const SOURCES = [
  ...PRODUCT,
  'instrumentation-client.ts',
  'messages',
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
]
const GENERATED = path.join('prisma', 'generated')

export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  throw new Stop(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${version}.`)
}

const hashFile = (file) => createHash('sha256').update(fs.readFileSync(file)).digest('hex')

function filesBelow(entry) {
  if (!fs.existsSync(entry) || entry === GENERATED) return []
  if (!fs.statSync(entry).isDirectory()) return [entry]
  return fs
    .readdirSync(entry)
    .sort()
    .flatMap((name) => filesBelow(path.join(entry, name)))
}

/** One digest over all sources of a build. */
export function sourceDigest(entries = SOURCES) {
  const digest = createHash('sha256')
  for (const file of entries.flatMap(filesBelow)) {
    if (/\.test\.tsx?$/.test(file)) continue
    digest.update(`${file}\0${hashFile(file)}\n`)
  }
  return digest.digest('hex')
}

function isFresh(stamp, digest) {
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === digest
}

/** Runs `work` alone: two installs or builds in one folder would spoil each other. */
async function alone(work) {
  const unlock = await takeLock(
    path.join('dist', 'preparing'),
    (pid) => `The desk is being installed or built here by process ${pid}: start again when that is done.`,
  )
  try {
    await work()
  } finally {
    unlock()
  }
}

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** Whether someone ran `npm ci`: npm's list of installed packages matches the lock file. */
function isInstalled() {
  try {
    const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages
    const there = read(path.join('node_modules', '.package-lock.json'))
    return Object.entries(read('package-lock.json')).every(
      ([folder, { version, optional }]) => folder === '' || optional || there[folder]?.version === version,
    )
  } catch {
    return false
  }
}

/** Installs missing packages, including dev dependencies, because the build needs them. */
export async function installIfMissing() {
  const stamp = path.join('node_modules', '.factdesk-lock')
  const digest = hashFile('package-lock.json')
  if (isFresh(stamp, digest)) return
  await alone(async () => {
    if (!isInstalled()) {
      say('Installing packages (a minute or two at the first time) …')
      await run(npm, ['ci', '--include=dev', '--no-audit', '--no-fund'], { what: 'installing packages' })
    }
    fs.rmSync(stamp, { force: true })
    fs.writeFileSync(stamp, digest)
  })
}

export async function generateIfStale() {
  const stamp = path.join(GENERATED, '.stamp')
  const digest = sourceDigest(['prisma/schema.prisma', 'package-lock.json'])
  if (isFresh(stamp, digest)) return
  await alone(async () => {
    say('Generating the database client …')
    await run(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
      // Generating needs no schema engine, but Prisma looks for one. Naming any existing program keeps Prisma from
      // downloading it.
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
    })
    fs.writeFileSync(stamp, digest)
  })
}

const bundleOptions = (entry, outfile) => ({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  alias: { 'server-only': './services/empty.ts' },
  sourcemap: true,
  logLevel: 'error',
})

/** Bundles the TypeScript of `entry` into one module that plain Node runs; packages stay outside. */
export async function bundle(entry, outfile) {
  const { build, stop } = await import('esbuild')
  await build(bundleOptions(entry, outfile))
  // Its process would otherwise live as long as ours.
  await stop()
}

/**
 * Bundles like `bundle`, and again whenever one of its files changes. A failed bundle is reported and the previous
 * one stays.
 * @param {string} entry
 * @param {string} outfile
 * @param {(seconds: number) => unknown} onMade called after each bundle, including the first, and awaited
 * @returns {Promise<() => Promise<void>>} a function that stops this, once the first bundle is made
 */
export async function bundleOnChange(entry, outfile, onMade) {
  const { context } = await import('esbuild')
  let begun = 0
  let first
  const made = new Promise((resolve) => (first = resolve))
  const telling = {
    name: 'telling',
    setup(build) {
      build.onStart(() => void (begun = Date.now()))
      build.onEnd(async ({ errors }) => {
        if (errors.length) return
        await onMade((Date.now() - begun) / 1000)
        first()
      })
    },
  }
  const watched = await context({ ...bundleOptions(entry, outfile), plugins: [telling] })
  await watched.watch()
  await made
  return () => watched.dispose()
}

/** The bundles that a started desk runs beside its pages. */
const BUNDLES = { 'scripts/server.ts': 'dist/server.mjs', 'domain/text-work/worker.ts': 'dist/text-work.mjs' }

export async function buildIfStale() {
  const stamp = path.join('.next', 'factdesk-build')
  const digest = sourceDigest()
  if (isFresh(stamp, digest) && Object.values(BUNDLES).every((file) => fs.existsSync(file))) return
  await alone(async () => {
    say('Building the pages (a minute or two) …')
    fs.rmSync(stamp, { force: true })
    await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      env: { NODE_ENV: 'production' },
      what: 'building the pages',
    })
    for (const [entry, file] of Object.entries(BUNDLES)) await bundle(entry, file)
    fs.writeFileSync(stamp, digest)
  })
}
