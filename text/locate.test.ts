import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '@/tests/properties'
import { codePointOffsets } from './anchor'
import { canonicalText } from './canonical'
import { loadCase, longInputs } from '@/tests/cases/load'
import { fold } from './fold'
import { MAX_CANDIDATES, locateQuote } from './locate'
import { newsText } from '@/tests/cases/news-text'
import { isVisible } from './visible'
import { standsWhole, wholeWords } from './word-edges'

type Claim = {
  quote: string
  prefix?: string
  suffix?: string
  start_hint_utf16?: number | null
  expect: {
    status: string
    candidates?: number
    start_utf16?: number
    end_utf16?: number
    start_cp?: number
    end_cp?: number
    matched_text?: string
  }
}

function check(article: string, claim: Claim) {
  const context = { prefix: claim.prefix, suffix: claim.suffix, hint: claim.start_hint_utf16 ?? undefined }
  const found = locateQuote(article, claim.quote, context)
  const wanted = claim.expect
  if (wanted.status === 'ambiguous') {
    expect(found).toMatchObject({ kind: 'ambiguous' })
    expect(found?.kind === 'ambiguous' && found.candidates.length).toBe(wanted.candidates)
    return
  }
  if (wanted.status !== 'anchored') return expect(found).toBeNull()
  expect(found).toEqual({ kind: 'span', start: wanted.start_utf16, end: wanted.end_utf16 })
  if (found?.kind !== 'span') return
  expect(article.slice(found.start, found.end)).toBe(wanted.matched_text)
  expect(codePointOffsets(article, found.start, found.end)).toEqual({
    start: wanted.start_cp,
    end: wanted.end_cp,
  })
}

describe.each([
  ['a quote that stands several times', 'C01_repeated_quote'],
  ['a quote over a paragraph break, however it was copied', 'C05_across_paragraphs'],
  ['accents stored composed and decomposed', 'C08_nfc_nfd'],
  ['direction marks', 'C13_bidi_controls'],
  ['emoji before the quote', 'C14_emoji_offsets'],
  ['straight and curly quote marks', 'C16_smart_quotes'],
])('%s', (_name, file) => {
  const { article, claims } = loadCase<{ article: string; claims: Claim[] }>(file)
  test.each(claims.map((claim) => [claim.quote, claim] as const))('%j', (_quote, claim) =>
    check(article, claim),
  )
})

test('Arabic presentation forms in the quote or in the article', () => {
  const { tests } = loadCase<{ tests: { article: string; claims?: Claim[] }[] }>('C09_presentation_forms')
  const claims = tests.flatMap(({ article, claims }) => (claims ?? []).map((claim) => ({ article, claim })))
  expect(claims).toHaveLength(2)
  for (const { article, claim } of claims) check(article, claim)
})

test('half of a lam-alef ligature does not match', () => {
  expect(locateQuote('خﻼل العام', 'خل')).toBeNull()
  expect(locateQuote('خﻼل العام', 'خلال')).toEqual({ kind: 'span', start: 0, end: 3 })
})

test('compatibility characters that say something are not expanded', () => {
  expect(locateQuote('an area of 10 m² here', 'm2')).toBeNull()
  expect(locateQuote('½ of it', '1⁄2')).toBeNull()
})

type Typed = { text: string; quotes: string[] }
const typed = loadCase<Typed>('N13_dashes_ligatures')
test.each<[string, string]>([
  ...typed.quotes.map((quote): [string, string] => [typed.text, quote]),
  ['ﬁve eﬀorts', 'five efforts'],
  ['the area (１２ km)', '12 km'],
  ['Saʿd al‑Dīn spoke', "Sa'd al-Dīn"],
  ['عام ٢٠١٤–٢٠١٦ انتهى', '2014-2016'],
  ['قال — وهو وزير — نعم', 'قال - وهو'],
  ['-3 °C then', '−3 °C'],
])('in %s a typed quote %s stands once', (text, quote) => {
  expect(locateQuote(text, quote)).toMatchObject({ kind: 'span' })
})

test('a typed quote does not stand where letters make another word or sign', () => {
  for (const [text, quote] of [
    ['the ofﬁce', 'of'],
    ['the ofﬁce', 'off'],
    ['5 × 5 km', '5 x 5'],
    ['at 4.5 °C', '-4.5 °C'],
    ['mañana', 'manana'],
  ] as const)
    expect(locateQuote(text, quote)).toBeNull()
})

test('a deleted quote does not move to a similar sentence', () => {
  const { after, claims } = loadCase<{ after: string; claims: Claim[] }>('C02_lookalike_after_delete')
  expect(claims).toHaveLength(2)
  for (const claim of claims) check(after, claim)
})

test('offsets in a text with mixed line ends', () => {
  const { stored_text, claims } = loadCase<{ stored_text: string; claims: Claim[] }>('C06_mixed_eol')
  for (const claim of claims) check(canonicalText(stored_text), claim)
})

describe('choosing among copies', () => {
  const text = 'He won. She won. They won.'
  const copies = [
    { start: 3, end: 6 },
    { start: 12, end: 15 },
    { start: 22, end: 25 },
  ]

  test('a hint alone chooses only a copy that starts exactly there', () => {
    expect(locateQuote(text, 'won', { hint: 12 })).toEqual({ kind: 'span', ...copies[1] })
    expect(locateQuote(text, 'won', { hint: 11 })).toEqual({ kind: 'ambiguous', candidates: copies })
  })

  test('context wins over a hint', () => {
    expect(locateQuote(text, 'won', { prefix: 'They ', hint: 3 })).toEqual({ kind: 'span', ...copies[2] })
  })

  test('context that matches nowhere decides nothing, whatever the hint', () => {
    expect(locateQuote(text, 'won', { prefix: 'Nobody', suffix: ' lost', hint: 3 })).toMatchObject({
      kind: 'ambiguous',
    })
  })

  test('context that matches in part decides only with a clear lead', () => {
    const edited = 'In early spring the mayor won. In late autumn the mayor won.'
    const prefix = 'In rainy spring the mayor '
    expect(locateQuote(edited, 'won', { prefix: 'In cold late autumn the mayor ' })).toMatchObject({
      kind: 'span',
    })
    expect(locateQuote(edited, 'won', { prefix })).toMatchObject({ start: 26 })
    expect(locateQuote(edited, 'won', { prefix: 'In May the mayor ' })).toMatchObject({ kind: 'ambiguous' })
  })

  test('a sole copy is found although its context has changed', () => {
    expect(locateQuote(text, 'They', { prefix: 'gone', suffix: 'gone', hint: 2 })).toMatchObject({
      start: 17,
    })
  })

  test('overlapping copies count as copies', () => {
    expect(locateQuote('a a a', 'a a')).toMatchObject({
      kind: 'ambiguous',
      candidates: [{ start: 0 }, { start: 2 }],
    })
  })

  test('the list of candidates is limited, but the choice is not', () => {
    const many = 'x word. '.repeat(50) + 'last word.'
    expect(locateQuote(many, 'word')).toMatchObject({
      kind: 'ambiguous',
      candidates: { length: MAX_CANDIDATES },
    })
    expect(locateQuote(many, 'word', { prefix: 'last ' })).toMatchObject({ kind: 'span', start: 405 })
  })
})

describe('never inside a letter', () => {
  test('a letter does not match without its mark', () => {
    expect(locateQuote('cafe\u0301', 'cafe')).toBeNull()
    expect(locateQuote('x\u030c', 'x')).toBeNull()
  })

  test('Arabic vowel marks belong to the match', () => {
    expect(locateQuote('كتا\u064eب\u064c جديد', 'كتاب')).toEqual({ kind: 'span', start: 0, end: 6 })
  })

  test('hamza on waw makes another letter, hamza on alef does not', () => {
    expect(locateQuote('سو\u0654ال', 'سوال')).toBeNull()
    expect(locateQuote('سو\u0654ال', 'سؤال')).toEqual({ kind: 'span', start: 0, end: 5 })
    expect(locateQuote('ا\u0655لى', 'الى')).toEqual({ kind: 'span', start: 0, end: 4 })
  })

  test('an emoji sequence stays whole', () => {
    expect(locateQuote('a 👩‍👩‍👦 b', '👩')).toBeNull()
    expect(locateQuote('a 👍🏿 b', '👍')).toBeNull()
    expect(locateQuote('🇸🇩🇪🇬', '🇩🇪')).toBeNull()
    expect(locateQuote('🇸🇩🇪🇬', '🇪🇬')).toMatchObject({ start: 4, end: 8 })
  })
})

test('white space after a stop between digits counts', () => {
  expect(locateQuote('It rose 3. 5 left.', '3.5')).toBeNull()
})

test.each([
  ['\u200d\u200d', '\u200d'],
  ['a\u200b\u200b b', '\u200b'],
  ['ب\u200c د', ' \u200c'],
  ['\u0301 a', '\u0301'],
  ['a\u2060\ufeffb', '\u2060\ufeff'],
  ['a\u00a0\u00adb', '\u00ad'],
])('in %j, %j with nothing visible is nowhere', (text, quote) => {
  expect(locateQuote(text, quote)).toBeNull()
})

test.each([
  ['a\u200d\u200d', 'a\u200d'],
  ['قال.\u200c\u200c', '.\u200c'],
  ['1\u200c\u200c', '1'],
])('all joiners of %j are included for %j', (text, quote) => {
  expect(locateQuote(text, quote)).toMatchObject({ kind: 'span', end: text.length })
})

test('blank quotes are nowhere', () => {
  expect(locateQuote('a b', '')).toBeNull()
  expect(locateQuote('a b', ' \n')).toBeNull()
  expect(locateQuote('a b', '\u200f\u0640')).toBeNull()
})

test('any slice of whole words is found again, exactly', () => {
  fc.assert(
    fc.property(newsText, fc.nat(), fc.nat(), (text, a, b) => {
      const [from = 0, to = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y)
      const { start, end } = wholeWords(text, { start: from, end: to })
      const quote = text.slice(start, end)
      fc.pre(isVisible(quote))
      const found = locateQuote(text, quote, { hint: start })
      expect(found).toEqual({ kind: 'span', start, end })
      const unaided = locateQuote(text, quote)
      const spans = unaided?.kind === 'ambiguous' ? unaided.candidates : [unaided]
      if (spans.length < MAX_CANDIDATES) expect(spans).toContainEqual(expect.objectContaining({ start, end }))
    }),
    { numRuns: runs(2000) },
  )
})

test('what is found folds to the same as the quote, and is cut at whole words', () => {
  fc.assert(
    fc.property(newsText, fc.nat(), fc.nat(), fc.constantFrom('NFD', 'NFC'), (text, a, b, form) => {
      const start = a % (text.length + 1)
      const quote = text.slice(start, start + (b % 12) + 1).normalize(form)
      const found = locateQuote(text, quote)
      const spans = found?.kind === 'ambiguous' ? found.candidates : found ? [found] : []
      for (const span of spans) {
        // All joiners after the last letter are included, however many the quote has.
        const words = (one: string) => fold(one.replace(/[\u200c\u200d]+$/, '')).folded.trim()
        const whole = (one: string) => fold(one).folded.trim()
        const taken = text.slice(span.start, span.end)
        const asked = [words(quote), whole(quote)]
        expect(asked.some((one) => [words(taken), whole(taken)].includes(one))).toBe(true)
        expect(standsWhole(text, span)).toBe(true)
        for (const at of [span.start, span.end]) {
          expect(/^[\udc00-\udfff]/.test(text.slice(at)) && /[\ud800-\udbff]$/.test(text.slice(0, at))).toBe(
            false,
          )
          expect(/^\p{M}/u.test(text.slice(at)) && /[\p{L}\p{N}\p{M}]$/u.test(text.slice(0, at))).toBe(false)
        }
      }
    }),
    { numRuns: runs(3000) },
  )
})

test.each(longInputs())('quotes in a long text of $name are located', ({ text }) => {
  locateQuote(text, text.slice(0, 1))
  locateQuote(text, text.slice(-20), { prefix: text.slice(-60, -20), suffix: 'x' })
  locateQuote(text, `${text.slice(0, text.length >> 1)}§`, { prefix: text })
  locateQuote(`${text} the end`, 'the end')
})
