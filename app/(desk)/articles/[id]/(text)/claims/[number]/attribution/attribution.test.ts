import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_ATTRIBUTION, RATINGS } from '@/domain/attribution/rules'
import { SPEAKER_KINDS, type Attribution } from '@/domain/attribution/shape'
import { toFields, toAttribution } from './attribution'

const attribution: fc.Arbitrary<Attribution> = fc.record({
  speaker: fc.string({ minLength: 1 }),
  speakerKind: fc.constantFrom(...SPEAKER_KINDS),
  saidOn: fc.constantFrom(null, '2026-01-31'),
  saidAt: fc.constantFrom(null, 'https://example.org/speech'),
  rating: fc.constantFrom(null, ...RATINGS),
  ratingName: fc.string(),
})

describe('an attribution', () => {
  it('goes through the form unchanged', () => {
    fc.assert(
      fc.property(attribution, (given) => {
        expect(toAttribution(toFields(given))).toEqual(given)
      }),
    )
  })

  it('without a speaker is an empty form', () =>
    expect(toAttribution(toFields(null))).toEqual(NO_ATTRIBUTION))
})
