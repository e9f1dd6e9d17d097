import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_STATEMENT, RATINGS } from '@/domain/claim-review/rules'
import { SPEAKER_KINDS, type Statement } from '@/domain/claim-review/shape'
import { toFields, toStatement, versionToSave } from './statement'

const statement: fc.Arbitrary<Statement> = fc.record({
  speaker: fc.string({ minLength: 1 }),
  speakerKind: fc.constantFrom(...SPEAKER_KINDS),
  saidOn: fc.constantFrom(null, '2026-01-31'),
  saidAt: fc.constantFrom(null, 'https://example.org/speech'),
  rating: fc.constantFrom(null, ...RATINGS),
  ratingName: fc.string(),
})

describe('a statement', () => {
  it('goes through the form unchanged', () => {
    fc.assert(
      fc.property(statement, (given) => {
        expect(toStatement(toFields(given))).toEqual(given)
      }),
    )
  })

  it('without a speaker is an empty form', () => expect(toStatement(toFields(null))).toEqual(NO_STATEMENT))
})

describe('a save', () => {
  const minister = { ...NO_STATEMENT, speaker: 'The minister' }
  const mayor = { ...NO_STATEMENT, speaker: 'The mayor' }

  it('accepts other changes that were made to the claim', () =>
    expect(
      versionToSave({ statement: minister, version: 2 }, { statement: { ...minister }, version: 5 }),
    ).toBe(5))

  it.each([
    [minister, mayor],
    [null, mayor],
    [minister, null],
  ])('never replaces a statement that its author has not seen', (opened, present) =>
    expect(versionToSave({ statement: opened, version: 2 }, { statement: present, version: 3 })).toBe(2),
  )
})
