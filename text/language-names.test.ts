import { expect, it } from 'vitest'
import { languageTag } from './direction'
import { namedLanguages } from './language-names'
import { LOCALES } from './locale'

it.each(LOCALES)('languages have names of their own, once each: %s', (locale) => {
  const languages = namedLanguages(locale)
  expect(languages.length).toBeGreaterThan(80)
  expect(languages.filter(({ tag, name }) => name === tag || languageTag(tag) !== tag)).toEqual([])
  expect(new Set(languages.map(({ name }) => name)).size).toBe(languages.length)
})

it('the languages of the desk come first, and a tag of a record is among the others', () => {
  const languages = namedLanguages('en', ['pt-BR', 'en', ''])
  expect(languages.slice(0, 2).map(({ tag }) => tag)).toEqual(['en', 'ar'])
  expect(languages.filter(({ tag }) => tag === 'en')).toHaveLength(1)
  expect(languages).toContainEqual({ tag: 'pt-BR', name: 'Brazilian Portuguese' })
})
