import { expect, it } from 'vitest'
import { testsOf } from './changed.mjs'

const files: Record<string, string> = {
  'domain/claim/rules.test.ts': `import { mayMark } from './rules'`,
  'domain/claim/rules.ts': `import { fold } from '@/text/fold'`,
  'text/fold.test.ts': `import { fold } from './fold'`,
  'text/fold.ts': '',
  'services/log.test.ts': '',
}
const read = (file: string) => files[file] ?? null
const tests = ['domain/claim/rules.test.ts', 'text/fold.test.ts', 'services/log.test.ts']

it.each([
  ['what several reach', ['text/fold.ts'], tests.slice(0, 2)],
  ['what one reaches', ['domain/claim/rules.ts'], tests.slice(0, 1)],
  ['a test itself', ['services/log.test.ts'], tests.slice(2)],
  ['what none reaches', ['README.md', 'app/page.tsx'], []],
  ['nothing', [], []],
])('finds the tests of %s', (_, changed, wanted) => {
  expect(testsOf(tests, changed, read)).toEqual(wanted)
})
