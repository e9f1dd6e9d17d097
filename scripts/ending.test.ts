import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { transform } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'factdesk-ending-'))
const plain = path.join(dir, 'ending.mjs')

beforeAll(async () => {
  const { code } = await transform(fs.readFileSync('scripts/ending.ts', 'utf8'), { loader: 'ts' })
  fs.writeFileSync(plain, code)
})
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))

/**
 * A program that names two things to end, then prints `ready`. `body` runs between the two, `closing` while the
 * second ends. `options` are those of `endOnSignal`.
 */
function program(body: string, closing = '', options = '') {
  const code = `
    import { endOnSignal } from '${pathToFileURL(plain).href}'
    const wait = (ms) => new Promise((done) => setTimeout(done, ms))
    setInterval(() => 0, 1000)
    endOnSignal(async (alsoEnd, goOn) => {
      alsoEnd(() => { console.log('database ended') })
      ${body}
      alsoEnd(async () => { console.log('doors closing'); ${closing}; console.log('doors closed') })
      console.log('ready')
    }${options && `, ${options}`}).catch((error) => { console.log('failed: ' + error.message); process.exit(1) })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code])
  let said = ''
  child.stdout.on('data', (chunk) => (said += String(chunk)))
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const until = async (words: string) => {
    for (let waited = 0; !said.includes(words) && waited < 100_000; waited += 20) await pause(20)
    expect(said).toContain(words)
  }
  const ended = once(child, 'close').then(([exitCode]) => ({ exitCode: exitCode as number, said }))
  return { signal: (name: NodeJS.Signals) => child.kill(name), until, ended }
}

describe('Ctrl-C', () => {
  it('ends the newest first, even when one press arrives twice', async () => {
    const { signal, until, ended } = program('', `process.kill(process.pid, 'SIGINT'); await wait(100)`)
    await until('ready')
    signal('SIGINT')
    const { exitCode, said } = await ended
    expect(exitCode).toBe(0)
    expect(said).toMatch(/doors closing\ndoors closed\ndatabase ended\n$/)
  })

  it('during a start ends what has begun and begins nothing more', async () => {
    const { signal, until, ended } = program(
      `const asked = new Promise((done) => process.once('SIGTERM', done))
      console.log('starting'); await asked; alsoEnd(() => { console.log('server ended') }); goOn()`,
    )
    await until('starting')
    signal('SIGTERM')
    const { exitCode, said } = await ended
    expect(exitCode).toBe(0)
    expect(said).toMatch(/server ended\ndatabase ended\n$/)
    expect(said).not.toContain('ready')
  })

  it('does not wait longer than its bound for what never ends', async () => {
    const { signal, until, ended } = program('', 'await wait(100_000)', '{ boundMs: 50 }')
    await until('ready')
    signal('SIGTERM')
    const { exitCode, said } = await ended
    expect(exitCode).toBe(1)
    expect(said).toMatch(/doors closing\ndatabase ended\n$/)
  })

  it('pressed again does not wait, but tells everything to end', async () => {
    const { signal, until, ended } = program('', 'await wait(100_000)')
    await until('ready')
    signal('SIGINT')
    await until('doors closing')
    await pause(1_200)
    signal('SIGINT')
    const { exitCode, said } = await ended
    expect(exitCode).toBe(1)
    expect(said).toContain('database ended')
    expect(said).not.toContain('doors closed')
  })
})

it('a failed start ends what it has begun and says why', async () => {
  const { ended } = program(`throw new Error('No luck.')`)
  const { exitCode, said } = await ended
  expect(exitCode).toBe(1)
  expect(said).toBe('database ended\nfailed: No luck.\n')
})
