import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { takeLock } from './lock.mjs'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'factdesk-lock-'))
const file = path.join(dir, 'below', 'running')
const refusal = (pid: number) => `Held by ${pid}.`

beforeEach(() => fs.rmSync(path.dirname(file), { recursive: true, force: true }))
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))

/** Another process that looks like a start and lives until it is killed. */
async function otherStart() {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => 0, 1000)', 'start.mjs'])
  await once(child.stdout, 'data')
  return child
}

describe('a lock', () => {
  it('refuses the second, naming the first, until it is given up', () => {
    const unlock = takeLock(file, refusal)
    expect(() => takeLock(file, refusal)).toThrow(`Held by ${process.pid}.`)
    unlock()
    takeLock(file, refusal)()
    expect(fs.readdirSync(path.dirname(file))).toEqual([])
  })

  it('is held by another process as long as it lives, and not by one that was killed', async () => {
    const child = await otherStart()
    fs.mkdirSync(path.dirname(file))
    fs.writeFileSync(file, String(child.pid))
    expect(() => takeLock(file, refusal)).toThrow(`Held by ${child.pid}.`)
    child.kill('SIGKILL')
    await once(child, 'exit')
    takeLock(file, refusal)()
  })

  it.each(['', 'no number', '0', '-1', String(process.ppid === 1 ? 2 : 1)])(
    'is not held by what is no start of the desk: %j',
    (written) => {
      fs.mkdirSync(path.dirname(file))
      fs.writeFileSync(file, written)
      takeLock(file, refusal)()
    },
  )
})
