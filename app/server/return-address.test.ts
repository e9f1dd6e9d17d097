import { describe, expect, it } from 'vitest'
import { loadCase } from '@/tests/cases/load'
import { returnAddress } from './return-address'

type Case = { base: string; cases: { in: string; to: string }[] }
const { base, cases } = loadCase<Case>('C49_callback_urls')

describe('the address to return to', () => {
  it.each(cases.filter(({ to }) => to.startsWith('/')))('$in stays', ({ in: given, to }) => {
    expect(returnAddress(given, base)).toBe(to)
  })
  it.each(cases.filter(({ to }) => /^default( \(|,|$)/.test(to) && !to.includes(' or ')))(
    '$in leads home',
    ({ in: given }) => expect(returnAddress(given, base, '/home')).toBe('/home'),
  )
  it.each(cases)('$in does not leave the site', ({ in: given }) => {
    const answer = returnAddress(given, base)
    expect(answer).toMatch(/^\/(?![/\\])/)
    expect(new URL(answer, base).origin).toBe(base)
    expect(returnAddress(answer, base), 'judged again').toBe(answer)
  })
  it('is the given default when there is none', () => {
    expect(returnAddress(null, base)).toBe('/')
    expect(returnAddress(undefined, base, '/articles')).toBe('/articles')
  })
  it('keeps letters of any script, percent-encoded', () => {
    expect(returnAddress('/claims/٧?q=ا', base)).toBe('/claims/%D9%A7?q=%D8%A7')
  })
})
