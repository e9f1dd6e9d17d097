import { describe, expect, it } from 'vitest'
import { numberAsked } from './rules'

describe('the number of a claim in what was typed', () => {
  it.each([
    ['12', 12, ''],
    ['C-12', 12, ''],
    ['c12', 12, ''],
    ['#12', 12, ''],
    ['claim 12', 12, ''],
    ['claim no. 7', 7, ''],
    ['١٢', 12, ''],
    ['۱۲', 12, ''],
    ['ادعاء ١٢', 12, ''],
    ['الادعاء رقم ١٢', 12, ''],
    ['bridge 12', 12, 'bridge'],
    ['12 bridge', 12, 'bridge'],
    ['الجسر ادعاء ٣ القديم', 3, 'الجسر القديم'],
  ])('%s', (typed, number, words) => {
    expect(numberAsked(typed)).toEqual({ number, words })
  })

  it.each(['', 'bridge', 'B12', '12th', '12%', '1,200', '3.5', '2026-11-30', '18:00', '1234567'])(
    '%s has none',
    (typed) => {
      expect(numberAsked(typed)).toBeNull()
    },
  )
})
