import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { say, Stop } from './say.mjs'

const OLDEST_NODE = [20, 19]
const SOURCES = [
  'app',
  'components',
  'domain',
  'messages',
  'prisma',
  'scripts',
  'services',
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

/** Runs a command to its end; its output is shown only when it fails. */
export function run(command, args, { env = {}, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', ...env },
    })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve(output)
        : reject(new Stop(`${output.trim()}\n${command} ${args.join(' ')} failed.`.trim())),
    )
  })
}

const hashFile = (file) => createHash('sha256').update(fs.readFileSync(file)).digest('hex')

function filesBelow(place) {
  if (!fs.existsSync(place) || place === GENERATED) return []
  if (!fs.statSync(place).isDirectory()) return [place]
  return fs
    .readdirSync(place)
    .sort()
    .flatMap((name) => filesBelow(path.join(place, name)))
}

/** One digest over all that a build is made from. */
export function sourceDigest(places = SOURCES) {
  const digest = createHash('sha256')
  for (const file of places.flatMap(filesBelow)) {
    if (/\.test\.tsx?$/.test(file)) continue
    digest.update(`${file}\0${hashFile(file)}\n`)
  }
  return digest.digest('hex')
}

function isFresh(stamp, digest) {
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === digest
}

/** What is not in the lock file's `node_modules` yet is installed; dev dependencies too, since the build needs them. */
export async function installIfMissing() {
  const stamp = path.join('node_modules', '.factdesk-lock')
  const digest = hashFile('package-lock.json')
  if (isFresh(stamp, digest)) return
  say('Installing packages (a minute or two at the first time) …')
  await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', [
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
  ])
  fs.writeFileSync(stamp, digest)
}

export async function generateIfStale() {
  const stamp = path.join(GENERATED, '.stamp')
  const digest = sourceDigest(['prisma/schema.prisma', 'package-lock.json'])
  if (isFresh(stamp, digest)) return
  say('Generating the database client …')
  await run(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
    // Generating needs no schema engine, but Prisma looks for one; any program that exists keeps it from fetching it.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  })
  fs.writeFileSync(stamp, digest)
}

/** The TypeScript of `entry` as one module that plain Node runs; packages stay outside. */
export async function bundle(entry, outfile) {
  const { build } = await import('esbuild')
  await build({
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
}

export async function buildIfStale() {
  const stamp = path.join('.next', 'factdesk-build')
  const digest = sourceDigest()
  if (isFresh(stamp, digest) && fs.existsSync('dist/server.mjs')) return
  say('Building the pages …')
  fs.rmSync(stamp, { force: true })
  await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'])
  await bundle('scripts/server.ts', 'dist/server.mjs')
  fs.writeFileSync(stamp, digest)
}
