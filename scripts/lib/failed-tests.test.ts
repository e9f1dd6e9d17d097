import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { chanceJourneys, failedJourneys, failedUnits } from './failed-tests.mjs'

const file = path.resolve('text/fold.test.ts')
const unit = (status: string, fullName: string) => ({ status, fullName })
const journey = (title: string, ...statuses: string[]) => ({
  title,
  file: 'e2e/review.spec.ts',
  line: 21,
  tests: statuses.map((status) => ({ status })),
})

describe('the failed tests of a run', () => {
  test('are named with their file', () => {
    const assertionResults = [unit('passed', 'folds alef'), unit('failed', 'folds hamza')]
    expect(
      failedUnits({ testResults: [{ name: file, status: 'failed', message: '', assertionResults }] }),
    ).toEqual(['text/fold.test.ts: folds hamza'])
  })

  test('name a file that could not be read by its first line', () => {
    const message = 'Cannot find module\n  at load'
    expect(
      failedUnits({ testResults: [{ name: file, status: 'failed', message, assertionResults: [] }] }),
    ).toEqual(['text/fold.test.ts: Cannot find module'])
  })

  test('are told from journeys that passed at the second try, however deep they stand', () => {
    const suites = [
      { specs: [journey('opens', 'expected')] },
      {
        suites: [
          { suites: [{ specs: [journey('saves', 'unexpected')] }], specs: [journey('undoes', 'flaky')] },
        ],
      },
    ]
    expect(failedJourneys(suites)).toEqual(['e2e/review.spec.ts:21 saves'])
    expect(chanceJourneys(suites)).toEqual(['e2e/review.spec.ts:21 undoes'])
  })
})
