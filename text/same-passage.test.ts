import { expect, it } from 'vitest'
import { samePassage } from './same-passage'

it.each([
  ['another vowel in its shaped form', 'ق\ufe77تل الرجل', 'ق\u064fتل الرجل'],
  ['a doubled letter in its shaped form', 'د\u064eر\ufe77س', 'د\u064eر\ufe7d\u064eس'],
  ['another case ending', 'كتابٌ', 'كتابٍ'],
  ['another ligature of two signs', 'ر\ufcf2\u0633', 'ر\ufcf3س'],
  ['kasra for fatha, shaped on both sides', 'م\ufe7bن', 'م\ufe77ن'],
])('passages do not say the same with %s', (_, a, b) => {
  expect(samePassage(a, b)).toBe(false)
  expect(samePassage(b, a)).toBe(false)
})

it.each([
  ['the same sign in its shaped form', 'ق\ufe77تل الرجل', 'ق\u064eتل الرجل'],
  ['signs that only one of them has, shaped', 'ق\ufe77تل الرجل', 'قتل الرجل'],
])('passages say the same with %s', (_, a, b) => {
  expect(samePassage(a, b)).toBe(true)
  expect(samePassage(b, a)).toBe(true)
})
