import { describe, expect, it } from 'vitest'
import { placeAt } from './place'

const A = '01a20000-0000-7000-8000-000000000001'
const B = '01a20000-0000-7000-8000-000000000002'
const change = (verb: string, articleId: string | null = A) => ({ articleId, verbs: [verb] })
const concerns = (path: string, verb: string, articleId?: string | null) =>
  placeAt(path)?.concerns(change(verb, articleId))

describe('what concerns a page', () => {
  it.each([
    [`/articles/${A}`, 'claim.reviewed', A, true],
    [`/articles/${A}/claims/3`, 'comment.written', A, true],
    [`/articles/${A}/history`, 'report.issued', A, true],
    [`/articles/${A}/claims/3`, 'claim.reviewed', B, false],
    [`/articles/${A}`, 'user.changed', null, false],
    ['/claims', 'claim.reviewed', B, true],
    ['/claims', 'view.saved', null, false],
    ['/my-work', 'comment.written', A, true],
    ['/articles', 'article.created', B, true],
    ['/reports', 'report.issued', A, true],
    ['/reports', 'claim.reviewed', A, false],
    ['/corrections-desk', 'correction.published', A, true],
    ['/corrections-desk', 'reader_report.closed', null, true],
    ['/corrections-desk', 'claim.reviewed', A, false],
    ['/corrections-desk/12', 'correction.changed', A, true],
  ])('%s: %s of %s', (path, verb, articleId, does) => {
    expect(concerns(path, verb, articleId)).toBe(does)
  })

  it.each([
    '/settings',
    '/articles/new',
    '/corrections-desk/new',
    '/corrections-desk/statistics',
    '/',
    '/claims/x',
  ])('%s follows nothing', (path) => {
    expect(placeAt(path)).toBeNull()
  })

  it.each([
    [`/articles/${A}`, null],
    [`/articles/${A}/claims/12`, 12],
    [`/articles/${A}/claims/0`, null],
    [`/articles/${A}/claims/x`, null],
    [`/articles/${A}/edit`, null],
  ])('%s shows claim %s', (path, number) => {
    expect(placeAt(path)).toMatchObject({ articleId: A, claimNumber: number })
  })
})
