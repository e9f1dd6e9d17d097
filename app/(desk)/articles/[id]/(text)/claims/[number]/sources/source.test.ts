import fc from 'fast-check'
import { expect, it } from 'vitest'
import { STANCES } from '@/domain/claim/statuses'
import { SOURCE_KINDS } from '@/domain/source/schema'
import { NO_SOURCE, toFields, toInput, type SourceInput } from './source'

const maybe = (value: string) => fc.constantFrom(null, value)
const source: fc.Arbitrary<SourceInput> = fc.record({
  kind: fc.constantFrom(...SOURCE_KINDS),
  stance: fc.constantFrom(...STANCES),
  title: fc.string(),
  publisher: fc.string(),
  excerpt: fc.string(),
  locator: fc.string(),
  primary: fc.boolean(),
  url: maybe('https://example.org/a'),
  published: maybe('2026-01-31'),
  accessed: maybe('2026-02-01'),
})

it('a source goes through the form unchanged', () => {
  fc.assert(
    fc.property(source, (given) => {
      expect(toInput(toFields(given))).toEqual(given)
    }),
  )
})

it('the form of a source holds only the fields that a person edits', () => {
  fc.assert(
    fc.property(source, (given) => {
      const fields = toFields({ ...given, ...{ id: 'id', version: 3 } })
      expect(Object.keys(fields).sort()).toEqual(Object.keys(NO_SOURCE).sort())
    }),
  )
})
