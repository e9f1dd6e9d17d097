import { expect, it } from 'vitest'
import { isPresent, presentQuery } from './present'

it('a view is the present one whatever the order of its parameters and the page', () => {
  expect(isPresent({ query: 'status=disputed&sort=due' }, 'sort=due&status=disputed&after=x&limit=25')).toBe(
    true,
  )
  expect(isPresent({ query: '' }, 'before=x')).toBe(true)
  expect(isPresent({ query: 'status=disputed' }, 'status=verified')).toBe(false)
  expect(isPresent({ query: 'status=disputed' }, '')).toBe(false)
})

it('what is kept of an address is everything but the page', () => {
  expect(presentQuery('q=%D8%AC%D8%B3%D8%B1&after=x&columns=number')).toBe(
    'columns=number&q=%D8%AC%D8%B3%D8%B1',
  )
})
