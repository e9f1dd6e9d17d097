import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '@/tests/properties'
import { loadCase, longInputs } from '@/tests/cases/load'
import { TEXT_BOUNDS } from './bounds'
import { canonicalText, textProblem } from './canonical'

test('line ends become LF', () => {
  const given = readFileSync(new URL('../tests/cases/C06_mixed_eol.txt', import.meta.url), 'utf8')
  expect(given).toContain('\r')
  expect(canonicalText(given)).toBe(loadCase<{ stored_text: string }>('C06_mixed_eol').stored_text)
})

test('text becomes NFC without byte order marks at its start, and else stays the same', () => {
  expect(canonicalText('\ufeffe\u0301')).toBe('é')
  expect(canonicalText('\ufeff\ufeffa')).toBe('a')
  expect(canonicalText(' a\u200c\u200d\u202e\ufeff ½ﬁ\t ')).toBe(' a\u200c\u200d\u202e\ufeff ½ﬁ\t ')
})

test('canonical text stays the same', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\ufeff', '\r', '\n', 'e', '\u0301', '\u0651'),
  )
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const once = canonicalText(parts.join(''))
      expect(canonicalText(once)).toBe(once)
    }),
    { numRuns: runs(2000) },
  )
})

test('hundreds of thousands of marks in any order take no time', () => {
  canonicalText(`a${'\u0301\u0327'.repeat(200_000)}`)
  for (const { text } of longInputs()) canonicalText(text)
})

test('text that cannot be stored', () => {
  expect(textProblem('')).toEqual({ code: 'empty' })
  expect(textProblem(' \n\u00a0\t')).toEqual({ code: 'empty' })
  expect(textProblem('a'.repeat(TEXT_BOUNDS.units))).toBeNull()
  expect(textProblem('a'.repeat(TEXT_BOUNDS.units) + '\0')).toEqual({ code: 'too_long' })
  expect(textProblem('ab\0')).toEqual({ code: 'nul', at: 2 })
  expect(textProblem('a😀\ud800b')).toEqual({ code: 'lone_surrogate', at: 3 })
  expect(textProblem('\udc00')).toEqual({ code: 'lone_surrogate', at: 0 })
})
