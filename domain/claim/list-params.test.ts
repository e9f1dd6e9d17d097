import { describe, expect, it } from 'vitest'
import { issuesOf } from '@/domain/errors'
import { listHref } from '@/domain/list/address'
import { decodeCursor, encodeCursor } from '@/domain/list/cursor'
import type { SortBy } from '@/domain/list/table'
import { claimList, claimListParamsSchema } from './list'

const ID = '0192f3a4-5b6c-7d8e-9f00-112233445566'
const UPDATED: SortBy[] = [{ sort: 'updated', order: 'desc' }]
const AT = '2026-01-02T03:04:05.678Z'

const claimListHref = (present: Record<string, string>, change: Record<string, string | null>) =>
  listHref(claimList, '/claims', present, change)
const read = (written: Record<string, unknown>) => claimListParamsSchema.parse(written)
const faults = (written: Record<string, unknown>) => {
  const parsed = claimListParamsSchema.safeParse(written)
  return parsed.success ? [] : issuesOf(parsed.error).map(({ path, key }) => `${path} ${key}`)
}

describe('the page size', () => {
  it('is fifty by default', () => expect(read({}).limit).toBe(50))
  it('is read in any digits', () => {
    expect(read({ limit: '٢' }).limit).toBe(2)
    expect(read({ limit: '۲۵' }).limit).toBe(25)
  })
  it.each([
    ['0', 'limit tooSmall'],
    ['-1', 'limit tooSmall'],
    ['201', 'limit tooLarge'],
    ['100000', 'limit tooLarge'],
    ['abc', 'limit wrongFormat'],
    ['1e9', 'limit wrongFormat'],
    ['2.5', 'limit wrongFormat'],
    ['', 'limit wrongFormat'],
    ['9'.repeat(30), 'limit tooLong'],
  ])('is refused as %j', (limit, fault) => expect(faults({ limit })).toContain(fault))
})

describe('filters', () => {
  it('take several values, drop repeats and ignore blanks', () => {
    expect(read({ status: 'verified, disputed,verified,' }).status).toEqual(['verified', 'disputed'])
  })
  it('name the field of an invalid value', () => {
    expect(faults({ status: 'true' })).toEqual(['status.0 notOneOf'])
    expect(faults({ status: 'verified,Verified' })).toEqual(['status.1 notOneOf'])
    expect(faults({ priority: 'asap' })).toEqual(['priority.0 notOneOf'])
    expect(faults({ article: '7' })).toEqual(['article.0 notAnId'])
    expect(faults({ assignee: 'none,nobody' })).toEqual(['assignee.1 notAnId'])
    expect(faults({ sort: 'updated,colour' })).toEqual(['sort.1 notOneOf'])
    expect(faults({ sort: 'updated', order: 'down' })).toEqual(['order.0 notOneOf'])
  })
  it('refuse a parameter given twice, as a list', () => {
    for (const field of ['status', 'limit', 'after', 'q', 'sort', 'order', 'desk'])
      expect(faults({ [field]: ['verified', 'disputed'] }), field).toEqual([`${field} wrongType`])
  })
  it('refuse text that the database cannot store', () => {
    for (const field of ['desk', 'language'])
      expect(faults({ [field]: 'a\0b' }), field).toEqual([`${field}.0 badCharacter`])
  })
})

describe('the order', () => {
  it('is newest first by default', () => expect(read({}).by).toEqual(UPDATED))
  it('is each column’s natural order by default', () => {
    expect(read({ sort: 'due,updated,number', order: 'desc' }).by).toEqual([
      { sort: 'due', order: 'desc' },
      { sort: 'updated', order: 'desc' },
      { sort: 'number', order: 'asc' },
    ])
  })
  it('of a repeated column is the first one given, and the other columns keep theirs', () => {
    expect(read({ sort: 'status,status,due', order: 'desc,asc,desc' }).by).toEqual([
      { sort: 'status', order: 'desc' },
      { sort: 'due', order: 'desc' },
    ])
  })
})

describe('a cursor', () => {
  it('restores the keyset it was made from, whatever the letters', () => {
    const by: SortBy[] = [
      { sort: 'article', order: 'asc' },
      { sort: 'due', order: 'desc' },
      { sort: 'number', order: 'asc' },
    ]
    const keyset = ['جسر 🌉 "x"', null, 7, ID]
    expect(decodeCursor(claimList, by, encodeCursor(by, keyset))).toEqual(keyset)
    expect(encodeCursor(by, keyset)).toMatch(/^[\w-]+$/)
  })

  const raw = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  it.each([
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('{').toString('base64url')],
    ['null', raw(null)],
    ['an object', raw({ after: 1 })],
    ['another column', encodeCursor([{ sort: 'created', order: 'desc' }], [AT, ID])],
    ['another direction', encodeCursor([{ sort: 'updated', order: 'asc' }], [AT, ID])],
    ['too many values', raw(['updated.desc', AT, AT, ID])],
    ['no id', raw(['updated.desc', AT, 'x'])],
    ['a number for a time', raw(['updated.desc', 7, ID])],
    ['null for a time that is never empty', raw(['updated.desc', null, ID])],
    ['a day that is none', raw(['updated.desc', '2026-02-30T00:00:00.000Z', ID])],
    ['a year the database has not', raw(['updated.desc', '0000-01-01T00:00:00.000Z', ID])],
    ['an hour that is none', raw(['updated.desc', '2026-01-01T25:00:00.000Z', ID])],
    ['words after the time', raw(['updated.desc', `${AT}'; drop table claim`, ID])],
  ])('is refused when it is %s', (_, after) => {
    expect(faults({ after })).toEqual(['after cursorInvalid'])
    expect(faults({ before: after })).toEqual(['before cursorInvalid'])
  })

  it('holds a valid status or priority', () => {
    expect(faults({ sort: 'status', after: raw(['status.asc', 'done', ID]) })).toEqual([
      'after cursorInvalid',
    ])
    expect(faults({ sort: 'number', after: raw(['number.asc', 2 ** 31, ID]) })).toEqual([
      'after cursorInvalid',
    ])
  })
})

describe('an address of the list', () => {
  it('returns to the first page when a filter changes and keeps the rest', () => {
    const present = { status: 'verified', q: 'عشق اباد', after: 'x' }
    expect(claimListHref(present, { status: 'disputed' })).toBe(
      `/claims?status=disputed&q=${encodeURIComponent('عشق اباد').replace('%20', '+')}`,
    )
    expect(claimListHref({ q: 'a', after: 'x' }, { after: 'y' })).toBe('/claims?q=a&after=y')
    expect(claimListHref({ q: 'a' }, { q: null })).toBe('/claims')
  })

  it('keeps the page when only the visible columns change', () => {
    expect(claimListHref({ after: 'x' }, { columns: 'number,status' })).toBe(
      '/claims?after=x&columns=number%2Cstatus',
    )
    expect(claimListHref({ after: 'x' }, { limit: '25' })).toBe('/claims?limit=25')
  })

  it.each([
    [{ limit: '50' }, '/claims'],
    [{ sort: 'updated', order: 'desc' }, '/claims'],
    [{ sort: 'updated', order: 'asc' }, '/claims?sort=updated&order=asc'],
    [{ sort: null, order: 'asc' }, '/claims?order=asc'],
    [{ sort: 'status,updated', order: 'asc,desc' }, '/claims?sort=status%2Cupdated'],
    [{ sort: 'number', order: 'desc' }, '/claims?sort=number&order=desc'],
  ])('omits defaults: %j', (change, address) => {
    expect(claimListHref({}, change)).toBe(address)
    const written = Object.fromEntries(new URL(address, 'http://desk').searchParams)
    const asked = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null))
    expect(read(written)).toEqual(read(asked))
  })
})
