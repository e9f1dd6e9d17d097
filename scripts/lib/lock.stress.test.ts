import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { takeLock } from './lock.mjs'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'factdesk-lock-'))
const file = path.join(dir, 'below', 'running')
const refusal = (pid: number) => `Held by ${pid}.`

beforeEach(() => {
  fs.rmSync(path.dirname(file), { recursive: true, force: true })
  fs.mkdirSync(path.dirname(file))
})
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))

const HOLD = `
  import { takeLock } from ${JSON.stringify(pathToFileURL(path.resolve('scripts/lib/lock.mjs')).href)}
  await takeLock(process.argv[1], (pid) => 'Held by ' + pid + '.').then(
    () => { console.log('taken'); setInterval(() => 0, 1000) },
    (error) => console.log(error.message),
  )`
const NODE = [process.execPath, '--input-type=module', '-e', HOLD, file]

/** Starts another process that tries to take the lock. On success it lives until it is killed. */
async function otherStart(command = NODE) {
  const child = spawn(command[0] ?? '', command.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  const kill = async () => {
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  return { pid: child.pid, said: String(said).trim(), kill }
}

const written = () => JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, unknown>

describe('a lock', () => {
  it('refuses a second holder, naming the first, until it is released', async () => {
    const unlock = await takeLock(file, refusal)
    await expect(takeLock(file, refusal)).rejects.toThrow(`Held by ${process.pid}.`)
    unlock()
    unlock()
    const again = await takeLock(file, refusal)
    again()
    expect(fs.readdirSync(path.dirname(file))).toEqual([])
  })

  it('is held by another process while that lives, and not by a killed one', async () => {
    const other = await otherStart()
    expect(other.said).toBe('taken')
    await expect(takeLock(file, refusal)).rejects.toThrow(`Held by ${other.pid}.`)
    await other.kill()
    const unlock = await takeLock(file, refusal)
    expect((await otherStart()).said).toBe(`Held by ${process.pid}.`)
    unlock()
  })

  it.each([
    ['our own number', process.pid],
    ['a living process that began at another time', process.ppid],
    ['the first process of all', 1],
    ['a number that no process has', 2 ** 22 + 1],
  ])('is not held by %s', async (_, pid) => {
    const unlock = await takeLock(file, refusal)
    const mine = written()
    unlock()
    fs.writeFileSync(file, JSON.stringify({ ...mine, pid, began: '17' }))
    const again = await takeLock(file, refusal)
    again()
  })

  it.each(['', 'no number', '0', '-1', '1', '{"pid":"1"}', '{"pid":0}', 'null', String(process.pid)])(
    'is not held by a file that names no process: %j',
    async (said) => {
      fs.writeFileSync(file, said)
      const unlock = await takeLock(file, refusal)
      unlock()
    },
  )

  it('of another boot of the machine or of a removed container does not hold', async () => {
    const unlock = await takeLock(file, refusal)
    const mine = written()
    unlock()
    fs.writeFileSync(file, JSON.stringify({ ...mine, place: 'elsewhere' }))
    const again = await takeLock(file, refusal)
    again()
  })
})

const inContainer = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc', ...NODE]
const containers = spawnSync('unshare', ['--pid', '--fork', '--mount-proc', 'true']).status === 0

describe.runIf(containers)('in containers, where every desk has the same process number', () => {
  it(
    'holds against another container while its desk lives, and no longer',
    { timeout: 120_000 },
    async () => {
      const first = await otherStart(inContainer)
      expect(first.said).toBe('taken')
      expect(written().pid).toBe(1)
      const second = await otherStart(inContainer)
      expect(second.said).toBe('Held by 1.')
      await first.kill()
      const third = await otherStart(inContainer)
      expect(third.said).toBe('taken')
      await third.kill()
      const unlock = await takeLock(file, refusal)
      unlock()
    },
  )
})
