import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newsText } from '@/tests/cases/news-text'
import { runs } from '@/tests/properties'
import { cuesOf } from './cues'
import { speakerLabels } from './labels'

const labelsOf = (text: string) => speakerLabels(text).map(({ start, end }) => text.slice(start, end))

describe('the names of speakers', () => {
  test.each([
    ['ROSS: Good evening.\n\nMR. LIND: Hello.\nROSS: So.', ['ROSS:', 'MR. LIND:', 'ROSS:']],
    [
      'Ms Ray: When?\nIda Holm: Soon.\nMs Ray: How?\nIda Holm: By boat.',
      ['Ms Ray:', 'Ida Holm:', 'Ms Ray:', 'Ida Holm:'],
    ],
    ['المذيع: مساء الخير.\nالوزير: أهلًا.\nالمذيع: متى؟', ['المذيع:', 'المذيع:']],
    ['س: متى؟\nج: غدًا.\nس: وكيف؟\nج: بالقطار.', ['س:', 'ج:', 'س:', 'ج:']],
    ['مجری: سلام.\nوزیر: سلام.\nمجری: خوب.\nوزیر: بله.', ['مجری:', 'وزیر:', 'مجری:', 'وزیر:']],
  ])('of %j are %j', (text, expected) => expect(labelsOf(text)).toEqual(expected))

  test.each([
    ['The rule is simple: no one pays.'],
    ['Note: the figures are for June.\nThe rest: unknown.'],
    ['قال الوزير: لن نعود.'],
    ['At 10:30 he left.\nAt 10:30 she came.'],
    [
      'In the end there was only one question left for all of us: why?\nIn the end there was only one question left for all of us: why?',
    ],
  ])('are not in %j', (text) => expect(labelsOf(text)).toEqual([]))

  test('have no cues, and the word after them opens a sentence', () => {
    const text = 'MINISTER: Nobody knows.\nPRESIDENT: Somebody knows.\nMINISTER: Who?'
    expect(cuesOf(text, 'en').filter(({ kind }) => kind === 'name')).toEqual([])
    const arabic = 'الرئيس: نعم.\nوزير المالية: لا.\nالرئيس: حسنًا.\nوزير المالية: لا.'
    expect(cuesOf(arabic, 'ar')).toEqual([])
  })

  test('lie in order in the text, each with its colon', () => {
    const line = fc.tuple(fc.constantFrom('A', 'ROSS', 'المذيع', 'a b c', ''), newsText)
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = lines.map(([name, said]) => `${name}: ${said}`).join('\n')
        let before = 0
        for (const { start, end } of speakerLabels(text)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(text.charAt(end - 1)).toMatch(/[:：]/)
          before = end
        }
      }),
      { numRuns: runs(500) },
    )
  })
})
