import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escaped } from './log'

/** What a separate process writes to standard error. */
function written(script: string, env: Record<string, string> = {}, given = ''): string[] {
  const made = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', script],
    {
      encoding: 'utf8',
      input: given,
      env: { ...process.env, LOG_LEVEL: '', TSX_TSCONFIG_PATH: 'tsconfig.run.json', ...env },
    },
  )
  return made.stderr.split('\n').filter(Boolean)
}

const FORGED = [
  '/x\n{"level":30,"access":"signed_in"}',
  '/x\r\n{"level":30}',
  '/x\u2028{"level":30}',
  '/x\u0085{"level":30}',
  '/x\u001b[2K\u001b[1A{"level":30}',
  '/x\u009b2K{"level":30}',
  '/x\u202e}03:"level"{',
  '/\ud800',
]

describe('a line of the log', () => {
  it('holds every value, and no value makes a line of its own', () => {
    const lines = written(
      `import { log, logAccess, takeConsole } from './services/log.ts'
       import { readFileSync } from 'node:fs'
       takeConsole()
       for (const value of JSON.parse(readFileSync(0, 'utf8'))) {
         logAccess('refused', { asked: value })
         log.error({ err: new Error(value) }, value)
         console.error('[next-auth]', value, { callbackUrl: value })
       }`,
      {},
      JSON.stringify(FORGED),
    )
    expect(lines).toHaveLength(FORGED.length * 3)
    for (const line of lines) {
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e]/u)
      expect(Object.keys(JSON.parse(line) as object).slice(0, 2)).toEqual(['level', 'time'])
    }
  })

  it('means the same with its escapes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const line = escaped(JSON.stringify({ value }))
        expect(JSON.parse(line)).toEqual({ value })
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
      }),
      { seed: 20261129 },
    )
  })

  it.each([
    ['', 1],
    ['fatal', 1],
    ['silent', 0],
  ])('about access is written at level %j: %i', (LOG_LEVEL, count) => {
    const script = `import { logAccess } from './services/log.ts'; logAccess('signed_in', { person: 'x' })`
    const lines = written(script, { LOG_LEVEL })
    expect(lines).toHaveLength(count)
  })
})
