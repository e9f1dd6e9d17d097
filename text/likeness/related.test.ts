import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '@/tests/properties'
import { comparable } from './compare'
import { EVERY, keyOf, likenessKeys, stemsOf } from './keys'
import { nearnessOf, relatedOf } from './related'
import { statementOf } from './statement'
import { stemOf } from './stem'
import { weighedLikeness } from './weighed'
import { EVEN, weightOf, weightsFrom } from './weights'

const of = (text: string) => statementOf({ quote: text, context: text })
const related = (a: string, b: string, weights = EVEN) => {
  const [asked, other] = [of(a), of(b)]
  const near = nearnessOf(asked.compared, other.compared, { weights, as: 'message' })
  return near && relatedOf(asked, other, near)
}

describe('a stem', () => {
  it.each([
    ['opened', 'opens'],
    ['cities', 'city'],
    ['planned', 'planning'],
    ['taxes', 'taxed'],
    ['مصنعها', 'مصنع'],
    ['شركات', 'شركه'],
    ['موظفون', 'موظفين'],
    ['ponts', 'pont'],
  ])('is the same of %s and %s', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other))
  })

  it('has three letters at least, unless the word has fewer, and leaves figures alone', () => {
    for (const word of ['bed', 'ring', 'is', 'ماء', 'يد'])
      expect(stemOf(word).length).toBeGreaterThanOrEqual(Math.min(3, word.length))
    for (const figure of ['1990', '5.8', '3rd']) expect(stemOf(figure)).toBe(figure)
  })
})

describe('the weight of a word', () => {
  it('falls with the number of statements that have it and is never below 0', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), fc.nat(100_000), (a, b, all) => {
        const [few, many] = [Math.min(a, b), Math.max(a, b)]
        const every = Math.max(all, many)
        expect(weightOf(few, every)).toBeGreaterThanOrEqual(weightOf(many, every))
        expect(weightOf(many, every)).toBeGreaterThan(0)
      }),
      { numRuns: runs(300) },
    )
  })
})

const words = fc.array(
  fc.constantFrom('bridge', 'opened', 'قطار', 'مصنع', '12', 'Turgai', 'grain', '١٩٩٨', 'mayor'),
  {
    minLength: 1,
    maxLength: 8,
  },
)

describe('weighed likeness', () => {
  const of = (list: readonly string[]) => comparable(list.join(' '))

  it('is from 0 to below 1, and nothing says more of a statement than its own words', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const share = weighedLikeness(of(a), of(b), EVEN)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThan(1)
        expect(share).toBeLessThanOrEqual(weighedLikeness(of(b), of(b), EVEN))
      }),
      { numRuns: runs(300) },
    )
    expect(weighedLikeness(of(['bridge']), of(['مصنع', '12']), EVEN)).toBe(0)
  })

  it('never falls with what is said besides', () => {
    fc.assert(
      fc.property(words, words, words, (a, b, besides) => {
        const share = weighedLikeness(of(a), of(b), EVEN)
        expect(weighedLikeness(of([...a, ...besides]), of(b), EVEN)).toBeGreaterThanOrEqual(share)
      }),
      { numRuns: runs(300) },
    )
  })

  it.each([
    ['gave 40 kids a fever', 'About forty pupils were ill'],
    ['he left 2,000,000 to the cat', 'The heir received two million'],
    ['أصيب ٤٠ طفلا بالحمى', 'نقل أربعون تلميذا إلى المستشفى'],
    ['دفع 3000 للوسيط', 'تبلغ العمولة ثلاثة آلاف'],
    ['twenty-five miners are down there', 'The shaft holds 25 people'],
  ])('knows a figure in digits and in words: %s, %s', (asked, other) => {
    expect([...comparable(asked).stems].filter((stem) => comparable(other).stems.has(stem))).toHaveLength(1)
  })

  it('counts a rare word for more than a common one', () => {
    const counts = new Map([
      [EVERY, 1_000],
      ...stemsOf('minister said prices').map((stem): [number, number] => [keyOf(stem), 600]),
    ])
    const asked = 'The minister said the Karsan tunnel leaks'
    const rare = related(asked, 'Water comes into the Karsan tunnel', weightsFrom(counts))
    const common = related(asked, 'The minister said that prices rose', weightsFrom(counts))
    expect(rare?.score ?? 0).toBeGreaterThan(common?.score ?? 0)
  })
})

describe('what answers a message', () => {
  it.each([
    [
      'omg they say the Karsan tunnel was closed bc of RATS?? is this true',
      'The Karsan tunnel was closed for rats.',
      'The Karsan tunnel was not closed for rats.',
    ],
    ['يا جماعه صحيح إن مصنع كرسان سرّح 500 عامل؟', 'سرّح مصنع كرسان 500 عامل.', 'سرّح مصنع كرسان 50 عاملا.'],
  ])('stands above its opposite: %s', (message, truth, opposite) => {
    const [right, wrong] = [related(message, truth), related(message, opposite)]
    expect(right).not.toBeNull()
    expect(right?.score ?? 0).toBeGreaterThan(wrong?.score ?? 0)
  })

  it('is the same statement at 1', () => {
    expect(related('The mill burned down in 1998.', 'The mill burned down in 1998.')).toMatchObject({
      score: 1,
      isSame: true,
      differences: [],
    })
  })

  it('is nothing that has only a figure in common', () => {
    expect(related('The party won 12 seats in the north.', 'A shelter took in 12 dogs on Sunday.')).toBeNull()
  })
})

it('every statement has the key that all have, and each of its stems', () => {
  expect(likenessKeys('The bridge opened')).toEqual([EVERY, keyOf(stemOf('bridge')), keyOf(stemOf('opened'))])
  expect(likenessKeys('')).toEqual([EVERY])
})
