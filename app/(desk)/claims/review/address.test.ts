import { expect, it } from 'vitest'
import { wholeList, listQuery, placeIn, queuedHref, reviewHref } from './address'

const at = { articleId: '01a20000-0000-7000-8000-000000000000', number: 3, cursor: 'abc_-' }

it('the address of a walked claim gives its list back', () => {
  const query = { status: 'unreviewed', q: 'جسر & "toll"', sort: 'due' }
  const href = new URL(queuedHref(query, 7, at), 'https://desk.example')
  expect(href.pathname).toBe(`/articles/${at.articleId}/claims/3`)
  const written = Object.fromEntries(href.searchParams)
  expect(listQuery(written)).toEqual(query)
  expect(written.after).toBe(at.cursor)
  expect(placeIn.parse(written.queue)).toBe(7)
})

it('a walk has neither the page nor the columns of its list', () => {
  const written = { status: 'disputed', limit: '10', after: 'x', before: 'y', columns: 'quote' }
  expect(reviewHref(listQuery(written))).toBe('/claims/review?status=disputed')
  expect(wholeList(listQuery({ limit: '10' }))).toBe('/claims')
})

it.each([undefined, '', '0', '-1', '1.5', 'seven', '99999999999'])('%s is no place in a list', (written) => {
  expect(placeIn.parse(written)).toBeNull()
})
