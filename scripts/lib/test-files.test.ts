import { readFileSync } from 'node:fs'
import { env } from 'node:process'
import { describe, expect, it } from 'vitest'
import { projectOf, projects, testFiles } from './test-files.mjs'

const found = projects()
/** Joined here, because the check would otherwise find these words in this file. */
const SETTING = ['process', "env.LOG_LEVEL = 'info'"].join('.')
const TIMERS = ['vi', 'useFakeTimers()'].join('.')

describe('the project of a test', () => {
  it.each([
    ['text/fold.test.ts', '', ['text/fold.ts'], 'pure'],
    ['domain/claim/list.test.ts', '', ['domain/claim/queries.ts', 'prisma/client.ts'], 'together'],
    ['domain/claim/own.test.ts', '', ['tests/own-database.ts', 'tests/global-setup.ts'], 'together'],
    ['services/log.test.ts', SETTING, [], 'alone'],
    ['services/clock.test.ts', TIMERS, ['prisma/client.ts'], 'alone'],
    ['scripts/admin.stress.test.ts', SETTING, ['prisma/client.ts'], 'stress'],
  ])('of %s', (file, code, reached, project) => {
    expect(projectOf(file, code, new Set(reached))).toBe(project)
  })

  it('is exactly one for each file', () => {
    expect(Object.values(found).flat().sort()).toEqual(testFiles().sort())
  })

  it('is pure for many files, and never for one that needs a database', () => {
    expect(found.pure.length).toBeGreaterThan(60)
    for (const file of found.pure)
      expect(readFileSync(file, 'utf8'), file).not.toMatch(
        /^import .*from '(pg|@\/prisma\/client|@\/tests\/factories)'/m,
      )
  })
})

it('has no database and no data folder where it is pure', () => {
  expect(env.DATABASE_URL).toBe('')
  expect(() => readFileSync(`${env.DATA_DIR}/secret`)).toThrow()
})
