import fc from 'fast-check'
import { expect, it } from 'vitest'
import { blocksOf } from './blocks'
import { replaceSpan } from './replace'

const TEXT = 'One heading\n\nThe bridge opened in 1998. It is long.\n\nThe end.'
const words = (text: string, blocks: { start: number; end: number }[]) =>
  blocks.map((block) => text.slice(block.start, block.end))

it('replaces words and moves the blocks after them', () => {
  const start = TEXT.indexOf('1998')
  const fixed = replaceSpan(TEXT, blocksOf(TEXT), { start, end: start + 4 }, '1996 or so')
  expect(words(fixed.text, fixed.blocks)).toEqual([
    'One heading',
    'The bridge opened in 1996 or so. It is long.',
    'The end.',
  ])
})

it('merges the blocks that a span crosses, and drops an emptied block', () => {
  const start = TEXT.indexOf('It is long')
  const across = replaceSpan(TEXT, blocksOf(TEXT), { start, end: TEXT.indexOf('end.') }, 'Now the ')
  expect(words(across.text, across.blocks)).toEqual([
    'One heading',
    'The bridge opened in 1998. Now the end.',
  ])
  const gone = replaceSpan(TEXT, blocksOf(TEXT), { start: TEXT.indexOf('The end'), end: TEXT.length }, '')
  expect(gone.blocks).toHaveLength(2)
})

it('keeps blocks in order and within the text, whatever is replaced', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('one two', 'three', '', 'four. five'), { minLength: 1, maxLength: 12 }),
      fc.nat(),
      fc.nat(),
      fc.string({ maxLength: 12 }).map((value) => value.replace(/\s/g, 'x')),
      (lines, a, b, put) => {
        const text = lines.join('\n')
        const [start = 0, end = 0] = [a, b].map((one) => one % (text.length + 1)).sort((x, y) => x - y)
        const fixed = replaceSpan(text, blocksOf(text), { start, end }, put)
        let at = 0
        for (const block of fixed.blocks) {
          expect(block.start).toBeGreaterThanOrEqual(at)
          expect(block.end).toBeGreaterThan(block.start)
          at = block.end
        }
        expect(at).toBeLessThanOrEqual(fixed.text.length)
      },
    ),
  )
})
