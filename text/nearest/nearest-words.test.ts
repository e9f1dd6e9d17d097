import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longInputs } from '@/tests/cases/load'
import { newsText } from '@/tests/cases/news-text'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { runs } from '@/tests/properties'
import { MOST_NEAR, nearestWords } from './nearest-words'
import { readingOf } from '../reading'
import { standsWhole } from '../word-edges'

const found = (text: string, quote: string) =>
  nearestWords(text, quote).map(({ start, end }) => text.slice(start, end))

const ENGLISH = `The council approved a budget of 4.2 million pounds on Monday. Nine members voted for it, and four against.
"We had no choice," said Lena Ortiz, who chairs the finance committee. The old library will close in May. A new library
opens near the station in the autumn, two years later than planned. Rents in the district rose by 12 percent last year.`

const ARABIC = `أقرّ المجلس البلدي يوم الاثنين موازنة قدرها ٤٫٢ ملايين دينار. وصوّت لها تسعة أعضاء وعارضها أربعة.
وقالت رئيسة اللجنة المالية لينا عرفات: «لم يكن أمامنا خيار». وستُغلق المكتبة القديمة في أيار. وتُفتح مكتبة جديدة قرب
المحطة في الخريف، بعد سنتين من الموعد المقرر. وارتفعت الإيجارات في الحي بنسبة 12 في المئة العام الماضي.`

describe('the words that a quote may mean', () => {
  test.each([
    ['another figure', 'approved a budget of 4.5 million pounds', 'approved a budget of 4.2 million pounds'],
    ['a word in the place of another', 'Nine councillors voted for it', 'Nine members voted for it'],
    ['a word at the beginning', 'This old library will close in May', 'The old library will close in May'],
    ['a word left out', 'The library will close in May', 'The old library will close in May'],
    [
      'words put in',
      'Rents in the whole district rose sharply by 12 percent',
      'Rents in the district rose by 12 percent',
    ],
    ['misspelled', 'the finanse comittee', 'the finance committee'],
    ['one misspelled word', 'librari', 'library'],
    [
      'two lines of a wrapped text',
      'A new library opened near the station',
      'A new library\nopens near the station',
    ],
  ])('%s: %s', (_, quote, words) => {
    expect(found(ENGLISH, quote)[0]).toBe(words)
  })

  test.each([
    ['another figure', 'موازنة قدرها ٤٫٥ ملايين دينار', 'موازنة قدرها ٤٫٢ ملايين دينار'],
    [
      'a word in the place of another',
      'وصوّت لها تسعة نواب وعارضها أربعة',
      'وصوّت لها تسعة أعضاء وعارضها أربعة',
    ],
    ['without the joined letter', 'ارتفعت إيجارات في الحي بنسبة 12', 'وارتفعت الإيجارات في الحي بنسبة 12'],
    ['misspelled', 'رئيسة اللجنه المالية لينا عرفاة', 'رئيسة اللجنة المالية لينا عرفات'],
    ['a word left out', 'وتُفتح مكتبة قرب المحطة في الخريف', 'وتُفتح مكتبة جديدة قرب\nالمحطة في الخريف'],
  ])('%s: %s', (_, quote, words) => {
    expect(found(ARABIC, quote)[0]).toBe(words)
  })

  test('in writing without blanks', () => {
    expect(found('市政府星期一宣布，新桥将于三月通车。工程费用增加了一倍。', '新桥将于五月通车')[0]).toBe(
      '新桥将于三月通车',
    )
    expect(found('工事の費用は当初の二倍になった。', '工事の費用は当初の三倍になった')[0]).toBe(
      '工事の費用は当初の二倍になった',
    )
  })
})

test('the nearest comes first, no two overlap, and there are only a few', () => {
  const text =
    'The red bus stopped here. The blue bus stopped there. The green bus stopped here. A cat sat.'.repeat(3)
  const near = nearestWords(text, 'The red bus stopped there')
  expect(near).toHaveLength(MOST_NEAR)
  expect(text.slice(near[0]?.start, near[0]?.end)).toMatch(/^The (?:red|blue) bus stopped/)
  const ordered = near.toSorted((a, b) => a.start - b.start)
  for (const [index, one] of ordered.entries())
    expect(one.end).toBeLessThanOrEqual(ordered[index + 1]?.start ?? Infinity)
})

test.each(['Something else entirely was said', 'the', '…', '', '   ', 'كلام آخر تمامًا'])(
  'for words that mean nothing in the text, nothing is offered: %s',
  (quote) => {
    expect(found('Nine members voted for it, and four against.', quote)).toEqual([])
  },
)

test('no words are offered across the text and the headline', () => {
  const reading = readingOf({ text: 'The old library will close', headline: 'In May the council votes' })
  for (const { start, end } of nearestWords(reading, 'library will close in May the council'))
    expect(reading.slice(start, end)).not.toContain('\0')
})

test('a figure is offered whole, with its sign and unit', () => {
  expect(found('Prices fell: -4.5 % in all of May.', 'Prices fell: -4 % in all of May')[0]).toBe(
    'Prices fell: -4.5 % in all of May',
  )
  expect(found('It cost €5 million.', 'costs 5 million')[0]).toBe('cost €5 million')
})

test('whatever is asked, stretches of whole words are offered, and each word but one leads to its place', () => {
  fc.assert(
    fc.property(newsText, newsText, (text, quote) => {
      for (const { start, end, nearness } of nearestWords(text, quote)) {
        expect(standsWhole(text, { start, end })).toBe(true)
        expect(nearness).toBeGreaterThanOrEqual(0.5)
        expect(nearness).toBeLessThanOrEqual(1 + 1e-9)
      }
    }),
    { numRuns: runs(500) },
  )
  const words = ENGLISH.split(/\s+/)
  fc.assert(
    fc.property(fc.nat(words.length - 9), fc.integer({ min: 1, max: 6 }), (from, changed) => {
      const quoted = words.slice(from, from + 8)
      const asked = quoted.with(changed, 'zzz').join(' ')
      const near = nearestWords(ENGLISH, asked)[0]
      const start = ENGLISH.split(/(?<=\s)/)
        .slice(0, from)
        .join('').length
      expect(near).toBeDefined()
      expect(Math.abs((near?.start ?? -1) - start)).toBeLessThan(12)
    }),
    { numRuns: runs(200) },
  )
})

test('a long text of anything is read in a moment', () => {
  const prose = `${ENGLISH}\n\n${ARABIC}\n\n`.repeat(600)
  const quote = 'Rents in this district rose by 13 percent last year, and nobody kows why'
  expect(cpuTimeOf(() => nearestWords(prose, quote))).toBeLessThan(QUICK_MS)
  expect(cpuTimeOf(() => nearestWords(prose, prose.slice(3, 5_000)))).toBeLessThan(QUICK_MS)
  for (const { text } of longInputs()) {
    expect(cpuTimeOf(() => nearestWords(text, quote))).toBeLessThan(QUICK_MS)
    expect(cpuTimeOf(() => nearestWords(text, text.slice(0, 4_000)))).toBeLessThan(QUICK_MS)
  }
})
