import { expect, it } from 'vitest'
import { requirePast } from './rules'

it('a day that something was said on is not still to come', () => {
  expect(() => requirePast({ saidOn: '2026-12-01' }, '2026-11-30')).toThrow(/dayInFuture/)
  expect(() => requirePast({ saidOn: '2026-11-30', accessed: null }, '2026-11-30')).not.toThrow()
})
