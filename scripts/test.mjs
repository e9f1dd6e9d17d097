import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import fs from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './lib/browser.mjs'
import { bringPdfTools } from './lib/pdf-tools.mjs'
import { buildIfStale, checkNode, generateIfStale, installIfMissing } from './lib/prepare.mjs'
import { run } from './lib/run.mjs'
import { orStop, say, Stop } from './lib/say.mjs'

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))))

const tool = (file, ...args) => [process.execPath, [path.join('node_modules', file), ...args]]
const count = { passed: 0, failed: 0 }
const PARTS = ['format', 'types', 'lint', 'imports', 'unit', 'browser']
/** Runs only when it is asked for: what it finds differs from run to run. */
const STRESS = 'stress'
/** Parts that take words after them: which files, as their runner understands it. */
const TAKES_WORDS = ['unit', 'browser', STRESS]
const STRESS_TIMES = 20
const { wanted, words } = asked(process.argv.slice(2))
/** What a check keeps for the next run; it knows by their content which files are as they were. */
const CACHE = path.join('dist', 'checked')
const PRETTIER_CACHE = [
  '--cache',
  '--cache-strategy=content',
  `--cache-location=${path.join(CACHE, 'prettier')}`,
]
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'factdesk-run-'))

/** Parts come first; what follows one that takes words is for its runner. */
function asked(given) {
  const parts = [...PARTS, STRESS]
  const after = given.findIndex((one) => !parts.includes(one))
  const wanted = after === -1 ? given : given.slice(0, after)
  return { wanted, words: after === -1 ? [] : given.slice(after) }
}

/** One server for the whole run; it ends with its standard input, whatever becomes of us. */
function startServer() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/database-server.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.run.json' },
  })
  const url = new Promise((resolve, reject) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim()))
    child.once('exit', (code) => reject(new Error(`The test database did not start (${code}).`)))
  })
  const end = () =>
    new Promise((resolve) => {
      child.once('exit', resolve)
      child.stdin.end()
    })
  return { url, end }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(String(port)))
    })
  })
}

const isWanted = (part) => (wanted.length ? wanted.includes(part) : PARTS.includes(part))

async function step(name, part, work) {
  if (!isWanted(part)) return true
  const from = Date.now()
  say(`\n── ${name}`)
  try {
    await work()
    count.passed += 1
    say(`   ${name}: right (${((Date.now() - from) / 1000).toFixed(1)} s)`)
    return true
  } catch (error) {
    count.failed += 1
    say(`${error.message}\n   ${name}: FAILED (${((Date.now() - from) / 1000).toFixed(1)} s)`)
    return false
  }
}

/** Adds what a runner's JSON report counts. A report without a test is a failure. */
function add(file, read) {
  const report = JSON.parse(fs.readFileSync(file, 'utf8'))
  const { passed, failed } = read(report)
  count.passed += passed
  count.failed += failed
  if (passed + failed === 0) throw new Error('No test ran.')
  say(`   ${passed} passed, ${failed} failed`)
}

async function units(env, files = words) {
  await bringPdfTools()
  const out = path.join(scratch, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${out}`, ...files]
  const ended = await run(...tool('vitest/vitest.mjs', ...args), { env, show: true }).catch((error) => error)
  add(out, (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }))
  if (ended instanceof Error) throw ended
}

/** All properties on many more cases than usual, from another seed each time. The seed that is said brings them back. */
async function stress(env) {
  const seed = process.env.FACTDESK_TEST_SEED ?? String(randomInt(2 ** 31))
  say(`   FACTDESK_TEST_SEED=${seed}, ${STRESS_TIMES} times as many cases as usual`)
  const files = words.length ? words : propertyTests()
  await units({ ...env, FACTDESK_TEST_SEED: seed, FACTDESK_TEST_RUNS: String(STRESS_TIMES) }, files)
}

function propertyTests() {
  return ['app', 'components', 'domain', 'services', 'scripts', 'tests'].flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => path.join(folder, file))
      .filter((file) => /\.test\.tsx?$/.test(file) && fs.readFileSync(file, 'utf8').includes("'fast-check'")),
  )
}

/** What needs no server, two at a time. Both the types and the rules of lint read what is made of the routes first. */
async function standing() {
  if (isWanted('types') || isWanted('lint')) await run(...tool('next/dist/bin/next', 'typegen'))
  const lint = step('Lint', 'lint', () => run(...tool('eslint/bin/eslint.js', '.')))
  await step('Types', 'types', () =>
    run(
      ...tool('typescript/bin/tsc', '--noEmit', '--tsBuildInfoFile', path.join(CACHE, 'types.tsbuildinfo')),
    ),
  )
  await step('Format', 'format', () =>
    run(...tool('prettier/bin/prettier.cjs', '--check', ...PRETTIER_CACHE, '.')),
  )
  await step('Import directions', 'imports', directions)
  await lint
}

async function journeys(env) {
  await buildIfStale()
  const out = path.join(scratch, 'playwright.json')
  const ended = await run(...tool('@playwright/test/cli.js', 'test', '--reporter=list,json', ...words), {
    env: {
      ...env,
      FACTDESK_BROWSER: await findBrowser(),
      FACTDESK_E2E_PORT: await freePort(),
      PLAYWRIGHT_JSON_OUTPUT_NAME: out,
    },
    show: true,
  }).catch((error) => error)
  add(out, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }))
  if (ended instanceof Error) throw ended
}

async function directions() {
  const output = await run(
    ...tool(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      'dependency-cruiser.cjs',
      ...['app', 'components', 'domain', 'services', 'prisma', 'scripts', 'tests', 'e2e', 'bench'],
    ),
  )
  const cruised = Number(/\((\d+) modules/.exec(output)?.[1] ?? 0)
  if (cruised === 0) throw new Error('The check of imports saw no module.')
  say(`   ${cruised} modules`)
}

process.on('exit', () => fs.rmSync(scratch, { recursive: true, force: true }))

await orStop(async () => {
  checkNode()
  if (words.length && !wanted.some((part) => TAKES_WORDS.includes(part)))
    throw new Stop(`There is no part "${words[0]}": the parts are ${[...PARTS, STRESS].join(', ')}.`)
  await installIfMissing()
  await generateIfStale()
  await standing()
  if (TAKES_WORDS.some(isWanted)) {
    const server = startServer()
    try {
      const env = { TEST_DATABASE_URL: await server.url }
      await step('Unit and database tests', 'unit', () => units(env))
      await step('Browser tests', 'browser', () => journeys(env))
      await step('Properties, longer', STRESS, () => stress(env))
    } finally {
      await server.end()
    }
  }
})
say(`\n${count.passed} passed, ${count.failed} failed`)
process.exit(count.failed > 0 || count.passed === 0 ? 1 : 0)
