import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { runs } from '@/tests/properties'
import { blocksOf } from '@/text/blocks'
import { canonicalText } from '@/text/canonical'
import { Manuscript } from './manuscript'

const paragraph = { kind: 'paragraph' } as const

test('spans keep their words, whatever stands around them', () => {
  const filler = fc.string({
    unit: fc.constantFrom(
      'a',
      'e',
      '\u0301',
      '\u0327',
      ' ',
      '\u00a0',
      '\n',
      '\t',
      '👩',
      'ب',
      '\u200c',
      '\ufeff',
      '½',
    ),
    maxLength: 12,
  })
  const piece = fc.record({ before: filler, ends: fc.boolean(), omit: fc.boolean() })
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), filler, (pieces, after) => {
      const manuscript = new Manuscript()
      const marked = pieces.map(({ before, ends, omit }, index) => {
        manuscript.write(before)
        const start = manuscript.mark('start')
        manuscript.write(`Q${index}Q`)
        const end = manuscript.mark('end')
        if (ends) manuscript.endBlock(paragraph)
        return { start, end, omit }
      })
      manuscript.write(after)
      manuscript.endBlock(paragraph)
      const omitted = new Set(marked.filter(({ omit }) => omit).map(({ start }) => start.block))
      const { text, blocks, at } = manuscript.finish(omitted)
      expect(canonicalText(text)).toBe(text)
      expect(blocks).toEqual(blocksOf(text))
      marked.forEach(({ start, end }, index) => {
        const words = text.slice(at(start), at(end))
        if (omitted.has(start.block)) expect(words).toBe('')
        else expect(words.replace(/[\p{M}\u200c]/gu, '')).toBe(`Q${index}Q`)
      })
    }),
    { numRuns: runs(500) },
  )
})

test('a point in a block without words moves to the next block, or at the very end to the end', () => {
  const manuscript = new Manuscript()
  manuscript.write('  ')
  const first = manuscript.mark('start')
  manuscript.endBlock(paragraph)
  manuscript.write(' One. ')
  manuscript.endBlock({ kind: 'heading', level: 2 })
  const last = manuscript.mark('end')
  manuscript.endBlock(paragraph)
  const { text, blocks, at } = manuscript.finish()
  expect(text).toBe('One.')
  expect(blocks).toEqual([{ kind: 'heading', level: 2, start: 0, end: 4 }])
  expect([at(first), at(last)]).toEqual([0, 4])
})

test('points among very many marks are found without repeated scans', () => {
  const manuscript = new Manuscript()
  manuscript.write('e')
  const points = Array.from({ length: 20_000 }, () => {
    manuscript.write('\u0301')
    return manuscript.mark('start')
  })
  expect(cpuTimeOf(() => manuscript.endBlock(paragraph))).toBeLessThan(QUICK_MS)
  const { at } = manuscript.finish()
  expect(new Set(points.slice(0, -1).map(at))).toEqual(new Set([0]))
})
