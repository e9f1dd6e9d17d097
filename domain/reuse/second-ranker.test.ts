import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import type { SimilarPassage } from './rules'
import { reordered } from './second-ranker'

const passage = fc
  .record({ isSame: fc.boolean(), differs: fc.boolean() })
  .map(({ isSame, differs }): Omit<SimilarPassage, 'id'> => ({
    isSame,
    differences: differs ? [{ kind: 'negation', here: '', there: 'not' }] : [],
    kind: 'claim',
    quote: '',
    context: '',
    version: 1,
    number: 1,
    status: null,
    at: new Date(0),
    article: { id: '', title: '', language: 'en' },
    score: 0,
    reasons: [],
  }))
const listed = fc
  .array(passage, { maxLength: 12 })
  .map((items) => items.map((item, index): SimilarPassage => ({ ...item, id: String(index) })))
const asked = listed.chain((items) =>
  fc.tuple(
    fc.constant(items),
    fc.array(fc.double({ noNaN: true }), { minLength: items.length, maxLength: items.length }),
  ),
)
const kindOf = ({ isSame, differences }: SimilarPassage) => [isSame, differences.length > 0]

it('a second ranker moves passages only among the places of their kind, and loses none', () => {
  fc.assert(
    fc.property(asked, ([items, opinions]) => {
      const after = reordered(items, opinions)
      expect(after.map(kindOf)).toEqual(items.map(kindOf))
      expect(after.map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort())
    }),
    { numRuns: runs(300) },
  )
})

it('one of the same opinion changes nothing, and equals keep their order', () => {
  const [items = []] = fc.sample(listed, { numRuns: 1, seed: 4 })
  expect(
    reordered(
      items,
      items.map(() => 0),
    ),
  ).toEqual(items)
  expect(
    reordered(
      items,
      items.map((_, index) => -index),
    ),
  ).toEqual(items)
})

it('one of another opinion lifts the passage it likes best of its kind', () => {
  const [one] = fc.sample(passage, 1)
  if (!one) throw new Error('no passage')
  const items = ['a', 'b', 'c'].map((id): SimilarPassage => ({ ...one, id }))
  expect(reordered(items, [0, 0, 9]).map(({ id }) => id)).toEqual(['a', 'c', 'b'])
  expect(reordered(items, [0, 9, 1]).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  expect(() => reordered(items, [1])).toThrow(RangeError)
})
