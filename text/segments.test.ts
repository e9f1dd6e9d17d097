import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segmentText } from './segments'

const text = '0123456789'

test('nested, overlapping and touching spans', () => {
  const spans = [
    { id: 'inner', start: 3, end: 5 },
    { id: 'outer', start: 2, end: 8 },
    { id: 'next', start: 8, end: 9 },
    { id: 'across', start: 4, end: 9 },
  ]
  expect(segmentText(text, spans)).toEqual([
    { start: 0, end: 2, ids: [] },
    { start: 2, end: 3, ids: ['outer'] },
    { start: 3, end: 4, ids: ['outer', 'inner'] },
    { start: 4, end: 5, ids: ['outer', 'across', 'inner'] },
    { start: 5, end: 8, ids: ['outer', 'across'] },
    { start: 8, end: 9, ids: ['across', 'next'] },
    { start: 9, end: 10, ids: [] },
  ])
})

test('a range of the text', () => {
  const spans = [{ id: 'a', start: 0, end: 4 }]
  expect(segmentText(text, spans, 3, 6)).toEqual([
    { start: 3, end: 4, ids: ['a'] },
    { start: 4, end: 6, ids: [] },
  ])
  expect(segmentText(text, spans, 5, 5)).toEqual([])
  expect(segmentText(text, [{ id: 'a', start: 4, end: 4 }])).toEqual([{ start: 0, end: 10, ids: [] }])
})

test('segments cover the range in order, and each letter has exactly the spans that cover it', () => {
  const span = fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), fc.nat(30), fc.nat(30), (drawn, a, b) => {
      const spans = drawn.map((one, index) => ({ ...one, id: String(index) }))
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      let at = from
      for (const segment of segmentText('x'.repeat(30), spans, from, to)) {
        expect(segment.start).toBe(at)
        expect(segment.end).toBeGreaterThan(at)
        const covering = spans.filter(
          (one) => one.start <= segment.start && one.end >= segment.end && one.end > one.start,
        )
        expect([...segment.ids].sort()).toEqual(covering.map(({ id }) => id).sort())
        const lengths = segment.ids.map(
          (id) => (spans[Number(id)]?.end ?? 0) - (spans[Number(id)]?.start ?? 0),
        )
        expect(lengths).toEqual([...lengths].sort((x, y) => y - x))
        at = segment.end
      }
      expect(at).toBe(from < to ? to : from)
    }),
  )
})

test('ten thousand claims are fast', () => {
  const spans = Array.from({ length: 10_000 }, (_, index) => ({
    id: `${index}`,
    start: index * 90,
    end: index * 90 + 120,
  }))
  expect(segmentText('x'.repeat(1_000_000), spans).length).toBeGreaterThan(10_000)
})
