import { describe, expect, it } from 'vitest'
import { lastOfEach } from './address'

describe('what an address says', () => {
  it('is the last of a name that is given twice', () => {
    const search = new URLSearchParams('status=disputed&q=%D8%B9%D8%B4%D9%82&status=verified')
    expect(new URLSearchParams(lastOfEach(search)).toString()).toBe('status=verified&q=%D8%B9%D8%B4%D9%82')
    expect(lastOfEach(Object.entries({ status: ['disputed', 'verified'], q: 'x' }))).toEqual({
      status: 'verified',
      q: 'x',
    })
  })

  it('is nothing where the last is empty', () => {
    expect(lastOfEach(new URLSearchParams('status=disputed&status=&q='))).toEqual({})
    expect(lastOfEach(Object.entries({ status: ['disputed', ''], q: undefined, sort: [] }))).toEqual({})
  })

  it('has no names of its own', () => {
    const odd = lastOfEach(new URLSearchParams('__proto__=x&constructor=y'))
    expect(Object.entries(odd)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
  })
})
