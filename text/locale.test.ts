import { describe, expect, it } from 'vitest'
import { formatTag, isLocale, localeDirection, preferredLocale } from './locale'

describe('the language that a reader’s browser asks for', () => {
  it.each([
    [null, 'en'],
    ['', 'en'],
    ['ar', 'ar'],
    ['AR-eg', 'ar'],
    ['ar-EG,en;q=0.8', 'ar'],
    ['en;q=0.5,ar;q=0.9', 'ar'],
    ['fr, ar;q=0.2', 'ar'],
    ['fr', 'en'],
    ['ar;q=0', 'en'],
    ['ar;q=0, en;q=0.1', 'en'],
    ['en, ar', 'en'],
    ['*', 'en'],
    ['ar;q=abc, en;q=0.1', 'en'],
    [';;;,,,=;q', 'en'],
  ])('%j is %s', (header, right) => expect(preferredLocale(header)).toBe(right))

  it('reads only the beginning of a header that is too long', () => {
    expect(preferredLocale(`${' ,'.repeat(1_000_000)}ar`)).toBe('en')
  })
})

describe('a language of the desk', () => {
  it('is English or Arabic, each in its direction', () => {
    expect(['en', 'ar', 'fr', '', null, 'EN'].map(isLocale)).toEqual([true, true, false, false, false, false])
    expect([localeDirection('en'), localeDirection('ar')]).toEqual(['ltr', 'rtl'])
  })
  it('writes numbers in Western digits', () => {
    expect(new Intl.NumberFormat(formatTag('ar')).format(1991)).toMatch(/^[\d,.]+$/)
  })
})
