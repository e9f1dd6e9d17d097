import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '@/services/ids'
import { brokenProposal, proposalChange, storedProposal, wantedProposal, type Proposal } from './rules'
import { proposeWordingSchema } from './schema'

const parsed = (fields: object) => proposeWordingSchema.safeParse({ id: newId(), version: 1, ...fields })

describe('a proposed wording', () => {
  it.each([
    ['It opened in 1998', 'It opened in 1998', '', 'proposalIsQuote'],
    ['افتُتح الجسر عام ١٩٩٨', ' افتُتح الجسر عام ١٩٩٨ ', '', 'proposalIsQuote'],
    ['It opened in 1998', '', 'The log says so.', 'required'],
    ['It opened in 1998', null, 'يقول السجل غير ذلك.', 'required'],
    ['It opened in 1998', 'It opened in 1999', '', null],
    ['It opened in 1998', null, '', null],
  ])('for %j may not be %j with the reason %j: %j', (quote, replacement, reason, broken) =>
    expect(brokenProposal(quote, { replacement, reason })).toBe(broken),
  )

  it('has the line ends, letters and edges of the text', () => {
    const { data } = parsed({ replacement: ' Cafe\u0301\r\nau lait ', reason: ' Menu. ' })
    expect(data).toMatchObject({ replacement: 'Café\nau lait', reason: 'Menu.' })
    expect(parsed({ replacement: null }).data).toMatchObject({ replacement: null, reason: '' })
  })

  it.each([
    [{}, 'replacement'],
    [{ replacement: 5 }, 'replacement'],
    [{ replacement: 'x'.repeat(5_001) }, 'replacement'],
    [{ replacement: 'a\0b' }, 'replacement'],
    [{ replacement: 'x', reason: 'y'.repeat(2_001) }, 'reason'],
    [{ replacement: 'x', kind: 'z'.repeat(41) }, 'kind'],
  ])('that is %j is refused at %s', (fields, path) =>
    expect(parsed(fields).error?.issues.map((one) => one.path.join('.'))).toEqual([path]),
  )

  it('keeps the kind that an import gave', () => {
    const imported = storedProposal({ kind: 'clarification', replacement: 'a' })
    expect(wantedProposal(imported, { replacement: 'b', reason: '' })?.kind).toBe('clarification')
    expect(wantedProposal(null, { replacement: 'b', reason: '' })?.kind).toBe('correction')
    expect(wantedProposal(imported, { replacement: 'b', reason: '', kind: 'style' })?.kind).toBe('style')
  })
})

const proposal: fc.Arbitrary<Proposal | null> = fc.option(
  fc.record({
    kind: fc.constantFrom('correction', 'style'),
    replacement: fc.string({ minLength: 1 }),
    reason: fc.string(),
  }),
)

type Fields = Record<string, unknown>

it('is in the history with exactly what changed', () => {
  fc.assert(
    fc.property(proposal, proposal, (was, now) => {
      const change = proposalChange(was, now)
      expect(proposalChange(now, now)).toBeNull()
      if (!change) expect(storedProposal(was)).toEqual(storedProposal(now))
      const { before, after }: { before?: Fields; after?: Fields } = change ?? {}
      expect(Object.keys(before ?? {})).toEqual(Object.keys(after ?? {}))
      for (const [field, value] of Object.entries(after ?? {})) expect(value).not.toBe(before?.[field])
    }),
  )
})
