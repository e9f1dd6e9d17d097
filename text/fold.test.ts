import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '@/tests/properties'
import { loadCase, longInputs } from '@/tests/cases/load'
import { fold, foldSearch, originalSpan } from './fold'
import { foldSql } from './fold-sql'
import { newsText } from '@/tests/cases/news-text'

const folded = (text: string) => fold(text).folded
const searched = (text: string) => foldSearch(text).folded

test.each([
  ['مُحَافِظُ', 'محافظ'],
  ['العـــاصمة', 'العاصمة'],
  ['أإآٱ', 'اااا'],
  ['ا\u0653ا\u0654ا\u0655', 'ااا'],
  ['می\u200cگوید', 'ميگويد'],
  ['١٩٩١ ۱۹۹۱', '1991 1991'],
  ['“a” „b“ «c» ‘d’', `"a" "b" "c" 'd'`],
  ['a\u00ad\u200b\u202eb', 'ab'],
  ['Me\u0301rignac', 'M\u00e9rignac'],
  ['one.\n\n two', 'one.two'],
  ['one \n\t two', 'one two'],
  ['3. 5', '3. 5'],
])('the anchor fold turns %j into %j', (text, expected) => expect(folded(text)).toBe(expected))

test.each(['ة', 'ى', 'ؤ', 'ئ', 'É', '½', 'ﬁ', 'm²', "we're", '👩\u200d👩\u200d👦', '❤\ufe0f'])(
  'the anchor fold keeps %s',
  (text) => expect(folded(text)).toBe(text),
)

test.each([
  ['مدرسة مستشفى', 'مدرسه مستشفي'],
  ['مسؤول مسئول', 'مسوول مسيول'],
  ['ÉCOLE Ångström', 'ecole angstrom'],
  ['ΑΣ ς Ёлка ҚАЗАҚ', 'ασ σ елка қазақ'],
  ['می\u200cگوید', 'ميگويد'],
  ['One.\n\nTwo', 'one. two'],
])('the search fold turns %j into %j', (text, expected) => expect(searched(text)).toBe(expected))

test('vowel-sign and word ligatures of the presentation blocks', () => {
  const { tests } = loadCase<{ tests: { map?: Record<string, string> }[] }>('C09_presentation_forms')
  const map = Object.assign({}, ...tests.map((one) => one.map ?? {})) as Record<string, string>
  expect(Object.keys(map)).toHaveLength(4)
  for (const [form, letters] of Object.entries(map)) expect(folded(form)).toBe(folded(letters))
})

test('the SQL function is generated from the same tables', () => {
  expect(readFileSync(new URL('./fold.sql', import.meta.url), 'utf8')).toBe(foldSql())
})

describe.each([
  ['anchor', fold],
  ['search', foldSearch],
])('the %s fold', (_name, folding) => {
  test('maps every unit to an offset, in ascending order, and the end to the end', () => {
    fc.assert(
      fc.property(newsText, (text) => {
        const { folded, map } = folding(text)
        expect(map).toHaveLength(folded.length + 1)
        expect(map[folded.length]).toBe(text.length)
        expect([...map]).toEqual([...map].sort((a, b) => a - b))
      }),
      { numRuns: runs(1000) },
    )
  })

  test('leaves folded text unchanged', () => {
    fc.assert(
      fc.property(newsText, (text) => {
        const once = folding(text).folded
        expect(folding(once).folded).toBe(once)
      }),
      { numRuns: runs(2000), examples: [['؟ \u200cا'], ['ا\u200d\u0653لا']] },
    )
  })

  test('ignores how accents are stored', () => {
    fc.assert(
      fc.property(newsText, (text) => {
        expect(folding(text.normalize('NFD')).folded).toBe(folding(text.normalize('NFC')).folded)
      }),
      { numRuns: runs(2000) },
    )
  })

  test.each(longInputs())('finishes on $name', ({ text }) => {
    folding(text)
  })
})

test('a span includes the marks after its last letter, also on a tatweel', () => {
  const text = 'ل\u064eو\u064fـ\u0651 \u202b(2)\u202c'
  const { map } = fold(text)
  expect(originalSpan({ map, text }, 0, 2)).toEqual({ start: 0, end: 6 })
  expect(originalSpan({ map, text }, 3, 6)).toEqual({ start: 8, end: 11 })
})
