import { expect, it } from 'vitest'
import { mayMeanStatement, similarHref } from './address'

it.each([
  ['a short text', ' The dam & the mill ', '/claims/similar?text=The%20dam%20%26%20the%20mill'],
  ['an Arabic text', 'سدّ', '/claims/similar?text=%D8%B3%D8%AF%D9%91'],
  ['no text', ' ', '/claims/similar'],
  ['a long text', 'x'.repeat(501), '/claims/similar'],
])('the address for %s', (_what, text, href) => {
  expect(similarHref(text)).toBe(href)
})

it.each([
  ['The dam lost water', 5, true],
  ['فقد السد ١٢٪ من مياهه', 5, true],
  ['dam water', 5, false],
  ['dam water', 0, true],
  ['a — b — c', 5, false],
  ['', 0, false],
  ['—', 0, false],
])('whether %j with %d found may mean a statement', (query, found, expected) => {
  expect(mayMeanStatement(query, found)).toBe(expected)
})
