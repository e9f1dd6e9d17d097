import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filledBy, isPageAddress, NO_SOURCE } from './source'

const facts = { title: 'A dam opens', publisher: 'The Example', published: '2026-03-04' }

describe('what a page fills in', () => {
  it('are the empty fields', () => {
    expect(filledBy({ ...NO_SOURCE, url: 'https://a.example/' }, facts, null)).toEqual(facts)
    expect(filledBy({ ...NO_SOURCE, publisher: 'Mine' }, facts, null)).toEqual({
      ...{ title: facts.title, published: facts.published },
    })
  })

  it('replaces what an earlier page said, and clears what the new one does not say', () => {
    const other = { title: 'Other', publisher: '', published: '' }
    expect(filledBy({ ...NO_SOURCE, ...facts }, other, facts)).toEqual(other)
    expect(filledBy({ ...NO_SOURCE, ...facts, title: 'Typed' }, other, facts)).toEqual({
      publisher: '',
      published: '',
    })
  })

  it('is never a field that a person typed', () => {
    const words = fc.constantFrom('', ' ', 'a', 'ب', 'The Example')
    const said = fc.record({ title: words, publisher: words, published: words })
    fc.assert(
      fc.property(said, said, fc.option(said, { nil: null }), (typed, page, earlier) => {
        const fields = { ...NO_SOURCE, ...typed }
        for (const [field, value] of Object.entries(filledBy(fields, page, earlier))) {
          const before = typed[field as keyof typeof typed]
          expect(before.trim() === '' || before === earlier?.[field as keyof typeof typed]).toBe(true)
          expect(value).toBe(page[field as keyof typeof typed])
        }
      }),
    )
  })
})

it.each([
  ['https://news.example/a', true],
  [' HTTP://127.0.0.1:8080/x ', true],
  ['https://مثال.example/خبر', true],
  ['https://news', false],
  ['https://', false],
  ['news.example', false],
  ['ftp://news.example/a', false],
  ['https://news.example/a b', false],
  ['', false],
])('%s can be asked for its page: %s', (address, can) => expect(isPageAddress(address)).toBe(can))
