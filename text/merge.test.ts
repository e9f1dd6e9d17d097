import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import { mergeParagraphs } from './merge'

const merged = (from: string, mine: string, theirs: string) => mergeParagraphs(from, mine, theirs)
const text = (...paragraphs: string[]) => paragraphs.join('\n\n')

describe('two edited copies of a text', () => {
  it('are joined where they differ apart, in either direction', () => {
    const from = text('The bridge opened in 1932.', 'It is long.', 'It was paid by a toll.')
    const mine = text('The bridge opened in 1931.', 'It is long.', 'It was paid by a toll.')
    const theirs = text('The bridge opened in 1932.', 'It is long.', 'It was paid by a loan.')
    const both = text('The bridge opened in 1931.', 'It is long.', 'It was paid by a loan.')
    expect(merged(from, mine, theirs)).toEqual({ text: both, clashes: 0 })
    expect(merged(from, theirs, mine)).toEqual({ text: both, clashes: 0 })
  })

  it('are joined in Arabic too, and where the paragraphs stand line under line', () => {
    const from = 'افتُتح الجسر عام 1932.\nطوله 503 أمتار.'
    expect(merged(from, from.replace('1932', '1931'), from.replace('503', '504'))).toEqual({
      text: 'افتُتح الجسر عام 1931.\nطوله 504 أمتار.',
      clashes: 0,
    })
  })

  it('keep a paragraph that one side added behind one that the other side changed', () => {
    expect(merged('One.', 'One!', 'One.\n\nTwo.')).toEqual({ text: 'One!\n\nTwo.', clashes: 0 })
    expect(merged('One.', 'Zero.\n\nOne.', 'One!')).toEqual({ text: 'Zero.\n\nOne!', clashes: 0 })
  })

  it('have both versions of a paragraph that both changed, theirs first', () => {
    expect(merged('', 'Mine.', 'Theirs.')).toEqual({ text: 'Theirs.\nMine.', clashes: 1 })
    expect(merged(text('A.', 'B.'), text('A.', 'B mine.'), text('A.', 'B theirs.'))).toEqual({
      text: 'A.\n\nB theirs.\nB mine.',
      clashes: 1,
    })
  })

  it('keep a paragraph that one side changed and the other took out, and say so', () => {
    expect(merged('A.\nB.\nC.', 'A.\nC.', 'A.\nB, rather.\nC.')).toEqual({
      text: 'A.\nB, rather.\nC.',
      clashes: 1,
    })
  })

  it('have a change that both made once', () => {
    expect(merged('A.\nB.', 'A!\nB.', 'A!\nB!')).toEqual({ text: 'A!\nB!', clashes: 0 })
  })

  it('of thousands of rewritten lines are joined in little time', () => {
    const many = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word} ${at}`).join('\n')
    expect(merged(many('a'), many('b'), many('a')).text).toBe(many('b'))
  })
})

const paragraph = fc.constantFrom('', 'One.', 'Two.', 'ثلاثة.', 'Four.', 'خمسة.')
const written = fc.array(paragraph, { maxLength: 8 }).map((lines) => lines.join('\n'))
const three = fc.tuple(written, written, written)
const counted = (whole: string) => {
  const counts = new Map<string, number>()
  for (const line of whole.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1)
  return counts
}

describe('whatever two people wrote', () => {
  it('no paragraph of either side is lost unless the other side took it out of the common text', () => {
    fc.assert(
      fc.property(three, ([from, mine, theirs]) => {
        const result = counted(merged(from, mine, theirs).text)
        const base = counted(from)
        for (const side of [mine, theirs])
          for (const [line, count] of counted(side))
            expect(result.get(line) ?? 0).toBeGreaterThanOrEqual(count - (base.get(line) ?? 0))
      }),
      { seed: 20261203, numRuns: runs(1_000) },
    )
  })

  it('without a clash it makes no difference who saved first', () => {
    fc.assert(
      fc.property(three, ([from, mine, theirs]) => {
        const [one, other] = [merged(from, mine, theirs), merged(from, theirs, mine)]
        expect(one.clashes).toBe(other.clashes)
        if (one.clashes === 0) expect(one).toEqual(other)
      }),
      { seed: 20261204, numRuns: runs(1_000) },
    )
  })

  it('a side that changed nothing leaves the other as it is', () => {
    fc.assert(
      fc.property(written, written, (from, mine) => {
        const asMine = { text: mine, clashes: 0 }
        expect(merged(from, mine, from)).toEqual(asMine)
        expect(merged(from, from, mine)).toEqual(asMine)
        expect(merged(from, mine, mine)).toEqual(asMine)
      }),
      { seed: 20261205, numRuns: runs(500) },
    )
  })

  it('changes of different paragraphs never clash', () => {
    const lines = fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { minLength: 2, maxLength: 10 })
    fc.assert(
      fc.property(lines, fc.nat(), (numbers, seed) => {
        const at = seed % numbers.length
        const edited = (chosen: (index: number) => boolean) =>
          numbers.map((number, index) => (chosen(index) ? `${number}, edited` : `${number}`)).join('\n')
        const isMine = (index: number) => index === at
        const result = merged(
          edited(() => false),
          edited(isMine),
          edited((index) => !isMine(index)),
        )
        expect(result).toEqual({ text: edited(() => true), clashes: 0 })
      }),
      { seed: 20261206, numRuns: runs(300) },
    )
  })
})
