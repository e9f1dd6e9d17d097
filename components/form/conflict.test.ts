import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changedBy,
  changedFrom,
  differing,
  joined,
  joinedValues,
  rebased,
  type ConflictField,
} from './conflict'

const field = (kind: ConflictField['kind'], from: string, mine: string, theirs: string): ConflictField => ({
  ...{ name: 'finding', label: 'Finding', kind, from, mine, theirs },
})

describe('a field that two people changed', () => {
  it('has the value of the one who changed it', () => {
    expect(joined(field('line', 'a', 'mine', 'a'))).toEqual({ value: 'mine', clashes: 0 })
    expect(joined(field('choice', 'a', 'a', 'theirs'))).toEqual({ value: 'theirs', clashes: 0 })
    expect([changedBy(field('line', 'a', 'b', 'a')), changedBy(field('line', 'a', 'a', 'b'))]).toEqual([
      'mine',
      'theirs',
    ])
  })

  it('has both, paragraph by paragraph, when it is a text; otherwise the reader’s own, to be decided on', () => {
    const [from, mine, theirs] = ['One.\n\nTwo.', 'One, seen.\n\nTwo.', 'One.\n\nTwo, seen.']
    expect(joined(field('text', from, mine, theirs))).toEqual({
      value: 'One, seen.\n\nTwo, seen.',
      clashes: 0,
    })
    expect(joined(field('text', 'الأصل', 'نصي', 'نصها'))).toEqual({ value: 'نصها\nنصي', clashes: 1 })
    expect(joined(field('line', 'a', 'mine', 'theirs'))).toEqual({ value: 'mine', clashes: 1 })
  })

  it('is shown only while the two differ', () => {
    const same = field('line', 'a', 'b', 'b')
    const other = { ...field('line', 'a', 'b', 'c'), name: 'title' }
    expect(differing([same, other])).toEqual([other])
    expect(joinedValues([same, other])).toEqual({ finding: 'b', title: 'b' })
  })
})

const record = fc.record({
  title: fc.constantFrom('a', 'b', 'c'),
  primary: fc.boolean(),
  tags: fc.array(fc.nat(2)),
})

describe('what somebody changed', () => {
  it('is a record’s changed fields alone', () => {
    expect(changedFrom({ title: 'a', tags: [1] }, { title: 'b', tags: [1] })).toEqual({ title: 'b' })
    expect(changedFrom({ url: null }, { url: null })).toEqual({})
  })

  it('stands over the record as it is now, and leaves the rest of that alone', () => {
    expect(rebased({ a: '1', b: '1' }, { a: '2', b: '1' }, { a: '3', b: '3' })).toEqual({ a: '2', b: '3' })
    expect(rebased('was', 'mine', 'theirs')).toBe('mine')
    expect(rebased('was', 'was', 'theirs')).toBe('theirs')
  })

  it('is nothing after a record was put over what it began with, and everything of it is kept', () => {
    fc.assert(
      fc.property(record, record, record, (from, mine, onto) => {
        expect(rebased(from, from, onto)).toEqual(onto)
        expect(rebased(from, mine, from)).toEqual(mine)
        expect(rebased(from, mine, onto)).toMatchObject(changedFrom(from, mine))
      }),
    )
  })
})
