import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '@/tests/properties'
import { editsOf, withEdits } from './edits'

test('edits change whole words and leave the others alone', () => {
  expect(editsOf('It fell by 12 percent in May.', 'It fell by 15 percent in May.')).toEqual([
    { start: 11, end: 13, words: '15' },
  ])
  expect(editsOf('في مايو ١٩٩٤ غادرت', 'في أبريل ١٩٩٥ غادرت')).toEqual([
    { start: 3, end: 12, words: 'أبريل ١٩٩٥' },
  ])
  expect(editsOf('the dam', 'the old dam')).toEqual([{ start: 4, end: 4, words: 'old ' }])
  expect(editsOf('same', 'same')).toEqual([])
})

test('edits always lead from one text to the other', () => {
  const text = fc
    .array(fc.constantFrom('one', 'two', 'ثلاثة', 'e\u0301', '👩‍🔬', ' ', '  ', '\n', '\t', '.'), {
      maxLength: 30,
    })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edits = editsOf(before, after)
      expect(withEdits(before, edits)).toBe(after)
      edits
        .slice(1)
        .forEach((edit, index) => expect(edit.start).toBeGreaterThan(edits[index]?.end ?? Infinity))
    }),
    { numRuns: runs(500), seed: 11 },
  )
})
