import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { newsText } from '@/tests/cases/news-text'
import { comparable, likenessOf, SAYS_THE_SAME } from './compare'
import { likenessKeys, MAX_KEYS } from './keys'
import { bareWord, termsOf } from './terms'

const score = (a: string, b: string) => likenessOf(comparable(a), comparable(b)).score
const shared = (a: string, b: string) => {
  const keys = new Set(likenessKeys(a))
  return likenessKeys(b).filter((key) => keys.has(key)).length
}

const demo = (name: string) => readFileSync(new URL(`../../scripts/demo/${name}.md`, import.meta.url), 'utf8')
/** What two of the demo's articles say of the same UN centre. */
const CENTRE = /تستضيف كازاخستان[^،]+/
const centreIn = (name: string) => CENTRE.exec(demo(name))?.[0] ?? ''

const SAME: [string, string][] = [
  [centreIn('quiet-diplomacy.ar'), centreIn('water-note.ar')],
  [
    'وفي عام 2017 انتخبتها الجمعية العامة عضوًا غير دائم في مجلس الأمن',
    'وانتُخبت كازاخستان عضوًا غير دائم في مجلس الأمن عام ٢٠١٧.',
  ],
  [
    'The International Fund for Saving the Aral Sea was founded in 1993.',
    'In 1993 the Fund for Saving the Aral Sea was founded.',
  ],
  ['Prices rose by 4 percent in May', 'In May, prices rose by 4 percent, the ministry said'],
]

const OTHER: [string, string][] = [
  ['The bridge opened in 1932.', 'The council met in 1932.'],
  ['نالت كازاخستان استقلالها عام 1991', 'أُقفل ميدان سيميبالاتينسك للتجارب النووية عام 1991'],
  [centreIn('quiet-diplomacy.ar'), 'آسيا الوسطى أولًا'],
  ['Kazakhstan sat on the UN Security Council in 2017', 'Kazakhstan exports grain to Iran'],
]

describe('statements that say the same', () => {
  it.each(SAME)('%s', (a, b) => {
    expect(score(a, b)).toBeGreaterThanOrEqual(SAYS_THE_SAME)
    expect(shared(a, b)).toBeGreaterThan(0)
  })
  it.each(OTHER)('are not these: %s', (a, b) => {
    expect(score(a, b)).toBeLessThan(SAYS_THE_SAME)
  })
})

test('the reasons name what is the same and what is not', () => {
  const { reasons } = likenessOf(
    comparable('The Aral Fund was founded in 1993 by five states'),
    comparable('Five states founded the Aral Fund in 1994'),
  )
  expect(reasons).toContainEqual({ kind: 'other_numbers', values: ['1994'] })
  expect(reasons).toContainEqual({ kind: 'names', values: ['Aral', 'Fund'] })
})

test('names are known in Arabic by what they are the names of, written as in the statement', () => {
  const [mine, other] = SAME[0] ?? ['', '']
  const { reasons } = likenessOf(comparable(mine, 'ar'), comparable(other, 'ar'))
  const names = reasons.find((reason) => reason.kind === 'names')
  expect(names && 'values' in names ? names.values : []).toEqual(
    expect.arrayContaining(['كازاخستان', 'الأمم', 'المتحدة']),
  )
})

test('figures are the same in any digits, with or without thousands signs', () => {
  expect(termsOf('١٢٬٥٠٠ شخص و 12,500 و ۱۲۵۰۰').numbers).toEqual(['12500', '12500', '12500'])
  expect(termsOf('4.5% and ٤٫٥٪').numbers).toEqual(['4.5', '4.5'])
})

test('what Arabic joins to the front of a word is taken off while three letters are left', () => {
  expect(['وللدبلوماسيه', 'والمركز', 'بالقاهره', 'لاسيا', 'ولد', 'الم'].map(bareWord)).toEqual([
    'دبلوماسيه',
    'مركز',
    'قاهره',
    'اسيا',
    'ولد',
    'الم',
  ])
})

test('keys are 32-bit integers, few, and the same for a text written otherwise', () => {
  fc.assert(
    fc.property(newsText, (text) => {
      const keys = likenessKeys(text)
      expect(keys.length).toBeLessThanOrEqual(MAX_KEYS)
      expect(keys.every((key) => Number.isInteger(key) && key >= -(2 ** 31) && key < 2 ** 31)).toBe(true)
      expect(score(text, text)).toBeGreaterThanOrEqual(termsOf(text).words.length > 0 ? 0.99 : 0)
    }),
  )
  expect(likenessKeys('بلغت النسبة ٥٠')).toEqual(likenessKeys('بَلَغَت النسبـة 50'))
})
