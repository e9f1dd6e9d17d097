import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import { contraries, sensesOf } from './senses'
import { tokensOf } from './tokens'

const senses = (text: string) => sensesOf(tokensOf(text))

describe('contrary senses', () => {
  it.each([
    ['Prices rose.', 'Prices are falling.', 1],
    ['Prices went up.', 'Prices went down.', 1],
    ['They will take on ten.', 'They laid off ten.', 1],
    ['ارتفعت الأسعار', 'والأسعار انخفضت', 1],
    ['المحل مسكر', 'افتتحوا المحل', 1],
    ['بتزيد الأجور', 'الأجور تقل', 1],
    ['سمحت به', 'حظرت المدينة بيعه', 1],
    // The same side in other words.
    ['Prices soar.', 'Prices have grown.', 0],
    ['أقفل المصنع', 'إغلاق المصنع', 0],
    // Both sides, or none.
    ['Prices rose and then fell.', 'Prices rose.', 0],
    ['Prices are stable.', 'Prices fell.', 0],
    // A part of a phrase does not count alone.
    ['They laid off ten.', 'They grew.', 0],
  ])('%s / %s: %d', (a, b, count) => {
    expect(contraries(senses(a), senses(b))).toBe(count)
    expect(contraries(senses(b), senses(a))).toBe(count)
  })

  it('are none between a text and itself, and the same both ways', () => {
    const words = 'rose fell cut open closed went up down take on lay off ارتفع انخفض مغلق فتح the in'.split(
      ' ',
    )
    const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((all) => all.join(' '))
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(contraries(senses(a), senses(a))).toBe(0)
        expect(contraries(senses(a), senses(b))).toBe(contraries(senses(b), senses(a)))
      }),
      { numRuns: runs(100), seed: 41 },
    )
  })
})
