import { describe, expect, test } from 'vitest'
import { loadCase, longInputs } from '@/tests/cases/load'
import { parseDay, parseNumber } from './digits'
import { directionOf, languageTag } from './direction'
import { sourceUrl } from './sources'

type Pair<Out> = { in: string; out: Out }
const digits = loadCase<{ parse_number: Pair<number | null>[]; parse_date: Pair<string | null>[] }>(
  'C17_digits',
)

test.each(digits.parse_number)('the number $in is $out', ({ in: given, out }) =>
  expect(parseNumber(given)).toBe(out),
)

test.each([
  ['1,250', 1250],
  ['-3.5', -3.5],
  ['12,50', null],
  ['', null],
  ['1e9', null],
  ['٣٫٥٫١', null],
  ['0x10', null],
])('the number %j is %j', (given, out) => expect(parseNumber(given)).toBe(out))

test.each(digits.parse_date)('the day $in is $out', ({ in: given, out }) => expect(parseDay(given)).toBe(out))

test('a day stays the same in each notation, and an impossible day is refused', () => {
  const { dates, refuse } = loadCase<{ dates: { in: string; shown: string }[]; refuse: string[] }>(
    'C29_date_only',
  )
  for (const day of dates) expect(parseDay(day.in)).toBe(day.shown)
  for (const given of refuse) expect(parseDay(given.replace(' (ambiguous)', ''))).toBeNull()
  expect(parseDay('1900-02-29')).toBeNull()
  expect(parseDay('2000-02-29')).toBe('2000-02-29')
  expect(parseDay('2024-03/10')).toBeNull()
  expect(parseDay('0000-01-01')).toBeNull()
})

test.each(['ar', 'fa', 'he', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb', 'ar-EG', 'az-Arab', 'ks', 'en-Hebr'])(
  '%s runs right to left',
  (tag) => expect(directionOf(tag)).toBe('rtl'),
)

test.each(['en', 'az', 'ar-Latn', 'kk', 'zh-Hant', 'none at all', ''])('%j runs left to right', (tag) =>
  expect(directionOf(tag)).toBe('ltr'),
)

test.each([
  ['AR-eg', 'ar-EG'],
  [' en ', 'en'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['iw', 'he'],
  ['english', null],
  ['xx', null],
  ['qqq', null],
  ['und', null],
  ['ar_EG', null],
  ['', null],
  ['a', null],
])('the language tag %j is %j', (given, tag) => expect(languageTag(given)).toBe(tag))

describe('the address of a source', () => {
  const { source_urls } = loadCase<{ source_urls: { in: string; link: number | string }[] }>(
    'C66_link_schemes',
  )

  test.each(source_urls)('$in', ({ in: given, link }) => {
    expect(sourceUrl(given).ok).toBe(link !== 0)
  })

  test('direction marks are removed at the ends and refused inside', () => {
    const { urls } = loadCase<{ urls: Pair<string | null>[] }>('C13_bidi_controls')
    for (const { in: given, out } of urls) {
      expect(sourceUrl(given)).toEqual(out === null ? { ok: false, code: 'control' } : { ok: true, url: out })
    }
  })

  test.each([
    ['example.org/a', { ok: true, url: 'https://example.org/a' }],
    ['//example.org/a', { ok: true, url: 'https://example.org/a' }],
    ['example.org:8080/a', { ok: true, url: 'https://example.org:8080/a' }],
    ['HTTP://EXAMPLE.ORG', { ok: true, url: 'http://example.org/' }],
    ['http://localhost:3000/a', { ok: true, url: 'http://localhost:3000/a' }],
    ['JaVaScRiPt:alert(1)', { ok: false, code: 'scheme' }],
    ['java\tscript:alert(1)', { ok: false, code: 'control' }],
    ['javascript&#58;alert(1)', { ok: false, code: 'invalid' }],
    ['https://example.org@evil.test/', { ok: false, code: 'invalid' }],
    ['https://a b.test', { ok: false, code: 'invalid' }],
    ['/etc/passwd', { ok: false, code: 'invalid' }],
    ['https:///example.org', { ok: true, url: 'https://example.org/' }],
    ['a newspaper', { ok: false, code: 'invalid' }],
    ['newspaper', { ok: false, code: 'invalid' }],
    ['', { ok: false, code: 'invalid' }],
  ])('%j', (given, expected) => expect(sourceUrl(given)).toEqual(expected))
})

test.each(longInputs())('fields filled with $name are read at once', ({ text }) => {
  sourceUrl(text)
  sourceUrl(`https://${text}`)
  parseNumber(text)
  parseDay(text)
  languageTag(text)
})
