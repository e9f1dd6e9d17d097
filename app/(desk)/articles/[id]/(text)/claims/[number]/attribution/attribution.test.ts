import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_ATTRIBUTION, RATINGS } from '@/domain/attribution/rules'
import { SPEAKER_KINDS, type Attribution } from '@/domain/attribution/shape'
import { toFields, toAttribution, versionToSave } from './attribution'

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

describe('a save', () => {
  const minister = { ...NO_ATTRIBUTION, speaker: 'The minister' }
  const mayor = { ...NO_ATTRIBUTION, speaker: 'The mayor' }

  it('accepts other changes that were made to the claim', () =>
    expect(
      versionToSave({ attribution: minister, version: 2 }, { attribution: { ...minister }, version: 5 }),
    ).toBe(5))

  it.each([
    [minister, mayor],
    [null, mayor],
    [minister, null],
  ])('never replaces an attribution that its author has not seen', (opened, present) =>
    expect(versionToSave({ attribution: opened, version: 2 }, { attribution: present, version: 3 })).toBe(2),
  )
})
