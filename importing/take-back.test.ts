import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '@/tests/properties'
import { assemble } from './assemble'
import type { Note } from './incoming'
import { stillLeftOut, takeBack, takeBackInEdited, type PageRead } from './take-back'

const piece = (text: string, at: number) => ({ kind: 'paragraph' as const, text, at })
const note = (start: number, end: number): Note => ({
  origin: 'comment',
  author: '',
  text: 'Source?',
  links: [],
  start,
  end,
})
const read = (blocks: string[], leftOut: PageRead['leftOut'], notes: Note[] = []): PageRead => ({
  ...assemble(blocks.map((text) => ({ kind: 'paragraph', text }))),
  notes,
  leftOut,
})
const page = read(
  ['One.', 'Two.', 'Three.'],
  [piece('Menu', 0), piece('A', 1), piece('B', 1), piece('End', 3)],
)

describe('pieces taken back', () => {
  test('stand at their places, in the order of the page', () => {
    const { text, blocks } = takeBack(page, [3, 2, 0, 1])
    expect(text).toBe('Menu\n\nOne.\n\nA\n\nB\n\nTwo.\n\nThree.\n\nEnd')
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toHaveLength(7)
    expect(takeBack(page, []).text).toBe(page.text)
  })

  test('leave the others at their places, so that all of them come back piece by piece', () => {
    const fourth = takeBack(page, [0, 1, 2, 3]).text
    for (const order of [[1], [3, 0], [2, 2], [0, 1, 2]]) {
      const rest = stillLeftOut(page, order)
      const { text, blocks, notes } = takeBack(page, order)
      const all = rest.map((_, index) => index)
      expect(takeBack({ text, blocks, notes, leftOut: rest }, all).text).toBe(fourth)
    }
  })

  test('leave every note on its words', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'ب', ' ', '.'), minLength: 1, maxLength: 9 })
    const text = words.map((one) => one.trim() || 'x')
    const given = fc
      .record({
        blocks: fc.array(text, { minLength: 1, maxLength: 6 }),
        left: fc.array(text, { maxLength: 6 }),
      })
      .chain(({ blocks, left }) =>
        fc.record({
          blocks: fc.constant(blocks),
          leftOut: fc.tuple(...left.map((one) => fc.nat(blocks.length).map((at) => piece(one, at)))),
          span: fc.tuple(fc.nat(), fc.nat()),
          taken: fc.subarray(left.map((_, index) => index)),
        }),
      )
    fc.assert(
      fc.property(given, ({ blocks, leftOut, span, taken }) => {
        const whole = read(blocks, leftOut)
        const block = whole.blocks[span[0] % blocks.length] ?? expect.fail('no block')
        const start = block.start + (span[1] % (block.end - block.start))
        const noted = { ...whole, notes: [note(start, block.end), note(start, start)] }
        const { text: now, notes } = takeBack(noted, taken)
        expect(now.slice(notes[0]?.start, notes[0]?.end)).toBe(whole.text.slice(start, block.end))
        expect(notes[1]?.start).toBe(notes[0]?.start)
      }),
      { numRuns: runs(300), seed: 17 },
    )
  })
})

describe('in a text that somebody has edited', () => {
  test('the edits stay, and pieces go behind the blocks that they follow', () => {
    const edited = 'One.\n\nTwo, changed.\n\nThree.'
    const both = takeBackInEdited(edited, page, [], [2, 1])
    expect(both).toBe('One.\n\nA\n\nB\n\nTwo, changed.\n\nThree.')
    expect(takeBackInEdited(edited, page, [], [3])).toBe(`${edited}\n\nEnd`)
    expect(takeBackInEdited(edited, page, [], [0])).toBe(`Menu\n\n${edited}`)
  })

  test('pieces given up leave again, but not where their words were changed', () => {
    expect(takeBackInEdited('One.\n\nEnd\n\nTwo!', page, [3], [])).toBe('One.\n\nTwo!')
    expect(takeBackInEdited('One.\n\nEn d', page, [3], [])).toBe('One.\n\nEn d')
  })
})
