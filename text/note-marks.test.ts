import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newsText } from '@/tests/cases/news-text'
import { longInputs } from '@/tests/cases/load'
import { runs } from '@/tests/properties'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { locateQuote } from './locate'
import { noteMarks, withoutNotes } from './note-marks'
import { standsWhole } from './word-edges'

const marksIn = (text: string) => noteMarks(text).map(({ start, end }) => text.slice(start, end))

test.each([
  [
    'It burned.[3][a] Twice.⁴⁵ Why?[note 1]:14 So.* Or.† Then.(2)',
    ['[3]', '[a]', '⁴⁵', '[note 1]:14', '*', '†', '(2)'],
  ],
  ['احترق.(١) والمدينة[٢] صغيرة.[ملاحظة 3] «ربما»(٤)', ['(١)', '[٢]', '[ملاحظة 3]', '(٤)']],
  ['La tour³⁰ date de 1893.[c]', ['³⁰', '[c]']],
  ['この村[1]は小さい。[2]', ['[1]', '[2]']],
  ['شهر كامل.[۱] نعم.[الف]', ['[۱]', '[الف]']],
])('the note marks of %s', (text, marks) => {
  expect(marksIn(text)).toEqual(marks)
})

test.each([
  '10 m² here',
  '٥ كم² فقط',
  'x² + y³',
  '10⁴ people',
  'a 5* hotel',
  'report[s] said',
  'f(2) = 3',
  '2*3',
])('signs of figures and words are no note marks: %s', (text) => {
  expect(marksIn(text)).toEqual([])
})

test.each([
  ['It burned.[3] Nobody knew why.', 'It burned. Nobody knew why.'],
  ['It burned. Nobody knew why.', 'It burned.[3] Nobody knew why.[4]'],
  ['The council³ met, and nobody⁴ came.', 'council met, and nobody came'],
  ['احترق السوق.(١) ولم يعرف أحد السبب.', 'احترق السوق. ولم يعرف أحد السبب.'],
  ['تأسست المدينة[٢] قبل قرن.', 'تأسست المدينة قبل قرن'],
  ['La tour³⁰ date de 1893.[c] Elle penche.', 'La tour date de 1893. Elle penche.'],
  ['该村有四百二十人。[1]其中老人过半。', '该村有四百二十人。其中老人过半。'],
  ['この村[1]は小さい。[2]塔は高い。', 'この村は小さい。塔は高い。'],
  ['It burned.[3]Nobody knew why.', 'It burned. Nobody knew why.'],
  ['It burned.[3] Nobody knew why.', 'It burned.[7] Nobody knew why.'],
])('%s: %s is found', (text, quote) => {
  const found = locateQuote(text, quote)
  expect(found?.kind).toBe('span')
  if (found?.kind !== 'span') return
  expect(standsWhole(text, found)).toBe(true)
  const bare = (one: string) => (withoutNotes(one)?.text ?? one).replace(/[.]$| /g, '')
  expect(bare(text.slice(found.start, found.end))).toBe(bare(quote))
})

test('a mark at the end of the words is taken in where the words would be cut without it', () => {
  expect(locateQuote('Then nobody⁴ came.', 'Then nobody')).toMatchObject({ start: 0, end: 12 })
})

test.each([
  ['an area of 10 m² here', 'an area of 10 m here'],
  ['10⁴ people came', '10 people came'],
  ['the report[s] said', 'the report said'],
  ['15[1] people', '5 people'],
  ['a 5* hotel', 'a 5 hotel'],
])('in %s, %s stands nowhere', (text, quote) => {
  expect(locateQuote(text, quote)).toBeNull()
})

const NOTES = ['[1]', '[note 2]', '⁴⁵', '(٣)', '*', '[12][a]']

test('a sentence is found whatever notes are put behind its words, and nothing is cut', () => {
  const words = fc.constantFrom('council', 'budget', 'المدينة', 'الميزانية', 'rivière', 'people')
  const noted = fc.array(
    fc.tuple(words, fc.constantFrom('', '', '. ', '! '), fc.constantFrom('', ...NOTES)),
    {
      minLength: 2,
      maxLength: 8,
    },
  )
  fc.assert(
    fc.property(noted, (pieces) => {
      const plain = pieces.map(([word, stop]) => `${word}${stop.trim()}`).join(' ')
      const text = pieces
        .map(([word, stop, note]) => `${word}${stop.trim()}${stop === '' ? '' : note}`)
        .join(' ')
      const found = locateQuote(text, plain)
      expect(found).not.toBeNull()
      if (found?.kind === 'span') expect(standsWhole(text, found)).toBe(true)
    }),
    { numRuns: runs(500) },
  )
})

test('without note marks every span is mapped to itself and back', () => {
  fc.assert(
    fc.property(newsText, fc.nat(), (text, cut) => {
      const at = cut % (text.length + 1)
      const noted = `${text.slice(0, at)}.[1] ${text.slice(at)}`
      const bare = withoutNotes(noted)
      if (!bare) return
      const whole = bare.original({ start: 0, end: bare.text.length }, true)
      expect(whole.end).toBe(noted.length)
      expect(bare.text.length).toBeLessThan(noted.length)
    }),
    { numRuns: runs(500) },
  )
})

test('a long text of anything is read in a moment', () => {
  const awkward = ['[a', '[a ', '(1', '²', '*', 'ب\u064b²', '.[1]'].map((unit) =>
    unit.repeat(500_000 / unit.length),
  )
  for (const text of [...awkward, ...longInputs().map(({ text }) => text)])
    expect(cpuTimeOf(() => withoutNotes(text))).toBeLessThan(QUICK_MS)
})
