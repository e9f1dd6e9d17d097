import { expect, it } from 'vitest'
import { kindOf } from './kind'

it.each([
  ['interim', null, true],
  ['interim', 'final', true],
  ['final', null, false],
  ['final', 'final', false],
  ['interim', 'interim', false],
] as const)('a report is %s when %s was chosen and blocked is %s', (kind, chosen, blocked) => {
  expect(kindOf(chosen, blocked)).toBe(kind)
})

it('a report becomes final when the last obstacle goes away on the same page', () => {
  expect([true, false].map((blocked) => kindOf(null, blocked))).toEqual(['interim', 'final'])
})
