import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadCase, longInputs } from '../../tests/cases/load'
import { MAX_TEXT_UNITS, canonicalText, textProblem } from './canonical'

test('line ends become LF', () => {
  const given = readFileSync(new URL('../../tests/cases/C06_mixed_eol.txt', import.meta.url), 'utf8')
  expect(given).toContain('\r')
  expect(canonicalText(given)).toBe(loadCase<{ stored_text: string }>('C06_mixed_eol').stored_text)
})

test('NFC, one byte order mark off the start, all else as given', () => {
  expect(canonicalText('\ufeffe\u0301')).toBe('é')
  expect(canonicalText(' a\u200c\u200d\u202e\ufeff ½ﬁ\t ')).toBe(' a\u200c\u200d\u202e\ufeff ½ﬁ\t ')
})

test('hundreds of thousands of marks in any order take no time', () => {
  canonicalText(`a${'\u0301\u0327'.repeat(200_000)}`)
  for (const { text } of longInputs()) canonicalText(text)
})

test('what cannot be stored', () => {
  expect(textProblem('')).toEqual({ code: 'empty' })
  expect(textProblem(' \n\u00a0\t')).toEqual({ code: 'empty' })
  expect(textProblem('a'.repeat(MAX_TEXT_UNITS))).toBeNull()
  expect(textProblem('a'.repeat(MAX_TEXT_UNITS) + '\0')).toEqual({ code: 'too_long' })
  expect(textProblem('ab\0')).toEqual({ code: 'nul', at: 2 })
  expect(textProblem('a😀\ud800b')).toEqual({ code: 'lone_surrogate', at: 3 })
  expect(textProblem('\udc00')).toEqual({ code: 'lone_surrogate', at: 0 })
})
