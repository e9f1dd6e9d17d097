import { randomInt } from 'node:crypto'
import fs from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { asked } from './lib/asked.mjs'
import { findBrowser } from './lib/browser.mjs'
import { changedFiles, testsOf } from './lib/changed.mjs'
import { PRODUCT, TRIALS } from './lib/folders.mjs'
import { bringPdfTools } from './lib/pdf-tools.mjs'
import { buildIfStale, checkNode, generateIfStale, installIfMissing } from './lib/prepare.mjs'
import { chanceJourneys, failedJourneys, failedUnits } from './lib/failed-tests.mjs'
import { run } from './lib/run.mjs'
import { orStop, say } from './lib/say.mjs'
import { testFiles } from './lib/test-files.mjs'

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))))

const tool = (file, ...args) => [process.execPath, [path.join('node_modules', file), ...args]]
const count = { passed: 0, failed: 0 }
/** The result of each step, for the summary. */
const steps = []
/** The names of the tests that failed, for the summary: what they printed may be far above it. */
const failures = []
const byChance = []
let parts = []
let words = []
/** The factor by which `npm test properties` raises the number of cases. */
const MORE_CASES = 20
/** Where a check keeps its cache; it recognises unchanged files by their content. */
const CACHE = path.join('dist', 'checked')
const isCached = !process.env.CI
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'factdesk-run-'))

const cachedIn = (name) =>
  isCached ? ['--cache', '--cache-strategy', 'content', '--cache-location', path.join(CACHE, name)] : []

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(String(port)))
    })
  })
}

async function step(name, part, work) {
  if (!parts.includes(part)) return
  const from = Date.now()
  say(`\n── ${name}`)
  const failure = await work().then(
    () => null,
    (error) => error,
  )
  count[failure ? 'failed' : 'passed'] += 1
  const result = `${failure ? 'FAILED' : 'right'} (${((Date.now() - from) / 1000).toFixed(1)} s)`
  steps.push({ name, result })
  say(`${failure ? `${failure.message}\n` : ''}   ${name}: ${result}`)
}

/** Adds the counts of a runner's JSON report. A report without a test is a failure. */
function add(file, read) {
  const report = JSON.parse(fs.readFileSync(file, 'utf8'))
  const { passed, failed, names, chance = [] } = read(report)
  count.passed += passed
  count.failed += failed
  failures.push(...names)
  byChance.push(...chance)
  if (passed + failed === 0) throw new Error('No test ran.')
  say(`   ${passed} passed, ${failed} failed`)
}

async function vitest(args, env = {}) {
  await bringPdfTools()
  const out = fs.mkdtempSync(path.join(scratch, 'vitest-')) + '/report.json'
  const all = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${out}`, ...args]
  const ended = await run(...tool('vitest/vitest.mjs', ...all), { env, show: true }).catch((error) => error)
  add(out, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    names: failedUnits(report),
  }))
  if (ended instanceof Error) throw ended
}

const projects = (...names) => names.map((name) => `--project=${name}`)

/** Named files run, whatever project they belong to. */
const units = () => vitest(words.length ? words : projects('pure', 'together', 'alone'))

const stress = () => vitest([...projects('stress'), ...words])

/** Runs all properties on many more cases, with a new seed each time. The printed seed repeats a run. */
async function properties() {
  const seed = process.env.FACTDESK_TEST_SEED ?? String(randomInt(2 ** 31))
  say(`   FACTDESK_TEST_SEED=${seed}, ${MORE_CASES} times as many cases as usual`)
  const withProperties = (file) => fs.readFileSync(file, 'utf8').includes("'fast-check'")
  const files = words.length ? words : testFiles().filter(withProperties)
  await vitest(files, { FACTDESK_TEST_SEED: seed, FACTDESK_TEST_RUNS: String(MORE_CASES) })
}

/** Type checks and lint read the generated route types first; those from `npm run dev` may be outdated. */
async function describeRoutes() {
  fs.rmSync(path.join('.next', 'dev', 'types'), { recursive: true, force: true })
  await run(...tool('next/dist/bin/next', 'typegen'))
}

const lint = (files = ['.']) =>
  run(...tool('eslint/bin/eslint.js', '--no-warn-ignored', ...cachedIn('eslint'), ...files))

const format = (files = ['.']) =>
  run(...tool('prettier/bin/prettier.cjs', '--check', '--ignore-unknown', ...cachedIn('prettier'), ...files))

const types = () =>
  run(
    ...tool(
      'typescript/bin/tsc',
      '--noEmit',
      ...(isCached
        ? ['--tsBuildInfoFile', path.join(CACHE, 'types.tsbuildinfo')]
        : ['--incremental', 'false']),
    ),
  )

async function directions() {
  const output = await run(
    ...tool(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      'dependency-cruiser.cjs',
      ...PRODUCT,
      ...TRIALS,
    ),
  )
  const cruised = Number(/\((\d+) modules/.exec(output)?.[1] ?? 0)
  if (cruised === 0) throw new Error('The check of imports saw no module.')
  say(`   ${cruised} modules`)
}

/** Runs the checks that need no server, two at a time. */
async function standing() {
  if (parts.includes('types') || parts.includes('lint')) await describeRoutes()
  const linted = step('Lint', 'lint', lint)
  await step('Types', 'types', types)
  await step('Format', 'format', format)
  await step('Import directions', 'imports', directions)
  await linted
}

/**
 * Checks the differences from main: their format, all types, because a change may break any of them, and the tests
 * that reach them.
 */
async function changed() {
  if (!parts.includes('changed')) return
  const files = changedFiles()
  const code = files.filter((file) => /\.tsx?$/.test(file))
  const tests = testsOf(testFiles(), files)
  say(`\n${files.length} files differ from main; ${tests.length} files of tests reach them.`)
  if (files.length) await step('Format of what changed', 'changed', () => format(files))
  if (code.length) {
    await describeRoutes()
    const linted = step('Lint of what changed', 'changed', () => lint(code))
    await step('Types', 'changed', types)
    await linted
  }
  if (tests.length) await step('Tests of what changed', 'changed', () => vitest(tests))
}

async function journeys() {
  await buildIfStale()
  const out = path.join(scratch, 'playwright.json')
  const ended = await run(...tool('@playwright/test/cli.js', 'test', '--reporter=list,json', ...words), {
    env: {
      FACTDESK_BROWSER: await findBrowser(),
      FACTDESK_E2E_PORT: await freePort(),
      FACTDESK_E2E_MAIL_PORT: await freePort(),
      PLAYWRIGHT_JSON_OUTPUT_NAME: out,
    },
    show: true,
  }).catch((error) => error)
  add(out, ({ stats, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    names: failedJourneys(suites),
    chance: chanceJourneys(suites),
  }))
  if (ended instanceof Error) throw ended
}

process.on('exit', () => fs.rmSync(scratch, { recursive: true, force: true }))

await orStop(async () => {
  checkNode()
  ;({ parts, words } = asked(process.argv.slice(2)))
  await installIfMissing()
  await generateIfStale()
  await standing()
  await changed()
  await step('Unit and database tests', 'unit', units)
  await step('The slowest tests', 'stress', stress)
  await step('Properties on more cases', 'properties', properties)
  await step('Browser tests', 'browser', journeys)
})
say('')
for (const { name, result } of steps) say(`${name.padEnd(26)}${result}`)
for (const name of failures) say(`   failed: ${name}`)
for (const name of byChance) say(`   passed only at the second try: ${name}`)
say(`\n${count.passed} passed, ${count.failed} failed`)
const didNothing = count.passed === 0 && !parts.includes('changed')
process.exit(count.failed > 0 || didNothing ? 1 : 0)
