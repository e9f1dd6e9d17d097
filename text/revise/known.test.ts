import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import { editsOf } from '../edits'
import { changesBetween, imageOf, leadsTo, rebased, type KnownChange } from './known'

/** The changes of a text, word by word. */
function changesOf(old: string, fresh: string): KnownChange[] {
  let shift = 0
  return editsOf(old, fresh).map(({ start, end, words }) => {
    const from = start + shift
    shift += words.length - (end - start)
    return { old: { start, end }, fresh: { start: from, end: from + words.length } }
  })
}

const imageIn = (old: string, fresh: string, quote: string) => {
  const start = old.indexOf(quote)
  const image = imageOf(changesOf(old, fresh), { start, end: start + quote.length })
  return fresh.slice(image.start, image.end)
}

describe('what words became', () => {
  it.each([
    ['It fell in May 1994.', 'It fell in April 1995.', 'May 1994', 'April 1995.'],
    ['It fell in May 1994.', 'It fell in April 1995.', '1994', 'April 1995.'],
    ['It fell in May.', 'Yes, it fell in May.', 'in May', 'in May'],
    ['It fell by far.', 'It fell.', 'by far', 'fell.'],
    ['ارتفع ٤ مرات اليوم', 'ارتفع خمس مرات اليوم', '٤ مرات', 'خمس مرات'],
    ['One two three', 'One three', 'two ', ''],
  ])('%s → %s: %s', (old, fresh, quote, image) => {
    expect(imageIn(old, fresh, quote)).toBe(image)
  })

  it('leads from the old text to the new one, and to no other', () => {
    const word = fc.constantFrom('one', 'two', 'ثلاثة', '👩‍🔬', ' ', ' ', '\n\n', '.')
    const text = fc.array(word, { maxLength: 25 }).map((all) => all.join(''))
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (old, fresh, from, length) => {
        const changes = changesOf(old, fresh)
        expect(leadsTo(old, fresh, changes)).toBe(true)
        expect(leadsTo(old, `${fresh}X`, changes)).toBe(false)
        const start = from % (old.length + 1)
        const image = imageOf(changes, { start, end: Math.min(start + (length % 9), old.length) })
        expect(image.start).toBeLessThanOrEqual(image.end)
        expect(image.end).toBeLessThanOrEqual(fresh.length)
        const touched = changes.some((one) => one.old.start < start + 1 && one.old.end > start)
        if (start < old.length && !touched) {
          const one = imageOf(changes, { start, end: start + 1 })
          expect(fresh.slice(one.start, one.end)).toBe(old.charAt(start))
        }
      }),
      { numRuns: runs(400), seed: 3 },
    )
  })

  it('refuses changes that overlap, run backwards or leave the text', () => {
    const [one] = changesOf('a b c', 'a x c')
    if (!one) throw new Error('no change')
    expect(leadsTo('a b c', 'a x c', [one, one])).toBe(false)
    expect(leadsTo('a b c', 'a x c', [{ ...one, old: { start: 3, end: 2 } }])).toBe(false)
    expect(leadsTo('a b c', 'a x c', [{ ...one, fresh: { start: 2, end: 99 } }])).toBe(false)
  })

  it('is the same for a text that differs in typography, and unknown for another text', () => {
    const [word, stored] = ['He said “no” in May.', 'He said "no" in May.']
    const changes = changesOf(word, 'He said “no” in June.')
    expect(rebased(changes, word, stored)).toEqual(changes)
    expect(rebased(changes, word, 'He said "yes" in May.')).toBeNull()
    expect(leadsTo(stored, 'He said “no” in June.', changes)).toBe(true)
  })

  it('is unknown when a change stands in another order in both texts', () => {
    const borders = [
      { old: 5, fresh: 0, opens: true },
      { old: 0, fresh: 5, opens: false },
    ]
    expect(changesBetween('12345', '12345', borders)).toBeNull()
  })
})
