import { describe, expect, it } from 'vitest'
import { lastOfEach } from './address'

describe('the parameters of an address', () => {
  it('take the last value of a repeated name', () => {
    const search = new URLSearchParams('status=disputed&q=%D8%B9%D8%B4%D9%82&status=verified')
    expect(new URLSearchParams(lastOfEach(search)).toString()).toBe('status=verified&q=%D8%B9%D8%B4%D9%82')
    expect(lastOfEach(Object.entries({ status: ['disputed', 'verified'], q: 'x' }))).toEqual({
      status: 'verified',
      q: 'x',
    })
  })

  it('leave out a name whose last value is empty', () => {
    expect(lastOfEach(new URLSearchParams('status=disputed&status=&q='))).toEqual({})
    expect(lastOfEach(Object.entries({ status: ['disputed', ''], q: undefined, sort: [] }))).toEqual({})
  })

  it('contain no inherited names', () => {
    const odd = lastOfEach(new URLSearchParams('__proto__=x&constructor=y'))
    expect(Object.entries(odd)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
  })
})
