import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'factdesk-supervise-'))
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))
const SUPERVISE = JSON.stringify(pathToFileURL(path.resolve('scripts/lib/supervise.mjs')).href)

let programs = 0

/** Starts a supervisor for a program; `body` is one life, and `lives` counts lives from 0. */
function supervised(body: string) {
  const name = path.join(dir, `program-${(programs += 1)}`)
  fs.writeFileSync(
    `${name}.mjs`,
    `import fs from 'node:fs'
     const file = ${JSON.stringify(`${name}.lives`)}
     const lives = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0
     fs.writeFileSync(file, String(lives + 1))
     const again = process.argv.includes('--again')
     const ready = () => new Promise((done) => process.send('ready', done))
     console.log('life ' + lives + (again ? ' again' : '') + ' as ' + process.pid)
     process.on('message', (said) => { console.log('told ' + said); process.exit(0) })
     process.on('disconnect', () => { fs.writeFileSync(file + '.left', ''); process.exit(0) })
     for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined)
     ${body}`,
  )
  const code = `
    import { supervise } from ${SUPERVISE}
    const givenUp = async () => console.log('given up')
    process.exit(await supervise(process.argv[2], ['--demo'], { delayMs: 30, givenUp }))`
  fs.writeFileSync(`${name}.supervisor.mjs`, code)
  const child = spawn(process.execPath, [`${name}.supervisor.mjs`, `${name}.mjs`])
  let said = ''
  child.stdout.on('data', (chunk) => (said += String(chunk)))
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const until = async (words: RegExp) => {
    for (let waited = 0; !words.test(said) && waited < 30_000; waited += 20) await pause(20)
    expect(said).toMatch(words)
  }
  const ended = once(child, 'close').then(([code]) => ({ code: code as number, said }))
  const left = () => fs.existsSync(`${name}.lives.left`)
  return { signal: (one: NodeJS.Signals) => child.kill(one), until, ended, left }
}

const STAY = `await ready(); console.log('ready'); setInterval(() => 0, 1000)`

describe('a program that dies', () => {
  it.each([
    ['a signal', `process.kill(process.pid, 'SIGKILL')`, 'SIGKILL'],
    ['running out of memory', `process.abort()`, 'SIGABRT'],
    ['an error that nobody caught', `throw new Error('no luck')`, 'exit code 1'],
    ['a fault it has seen itself', `process.exit(70)`, 'exit code 70'],
  ])('by %s is restarted once it was ready, until it ends in order', async (_, death, why) => {
    const { ended } = supervised(`await ready(); if (lives < 2) { ${death} } process.exit(0)`)
    const { code, said } = await ended
    expect(code).toBe(0)
    expect(said).toMatch(/life 0 as [^]*life 1 again as [^]*life 2 again as/)
    expect(said).toContain(`The desk died (${why}). It is started again in 0.03 s.`)
    expect(said).toContain(`The desk died (${why}). It is started again in 0.06 s.`)
    expect(said).not.toContain('given up')
  })

  it.each([
    ['stops in order', `await ready(); process.exit(0)`, 0],
    ['does not come so far as to be ready', `process.exit(1)`, 1],
    ['has to be mended', `process.exit(78)`, 1],
  ])('is not restarted when it %s', async (_, life, wanted) => {
    const { code, said } = await supervised(life).ended
    expect(code).toBe(wanted)
    expect(said).not.toContain('life 1')
    expect(said).not.toContain('given up')
  })

  it('and reports a fault to fix is given up, and what it left behind ends', async () => {
    const { code, said } = await supervised(`await ready(); process.exit(lives ? 78 : 70)`).ended
    expect(code).toBe(1)
    expect(said).toMatch(/life 1 again[^]*given up\n$/)
    expect(said).not.toContain('life 2')
  })
})

describe('stopping the supervisor stops the program', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s', async (name) => {
    const { signal, until, ended } = supervised(STAY)
    await until(/ready/)
    signal(name)
    const { code, said } = await ended
    expect(code).toBe(0)
    expect(said).toContain('told stop')
  })

  it('also while it waits to restart the program', async () => {
    const { signal, until, ended } = supervised(`await ready(); process.kill(process.pid, 'SIGKILL')`)
    await until(/again in 3\.84 s/)
    await until(/died 8 times in a row: [^]*Ctrl-C/)
    signal('SIGTERM')
    const { code, said } = await ended
    expect(code).toBe(0)
    expect(said).toMatch(/given up\n$/)
  })

  it('also by a kill that leaves it no time to send a message', async () => {
    const { signal, until, left } = supervised(STAY)
    await until(/ready/)
    signal('SIGKILL')
    await expect.poll(left).toBe(true)
  })
})
