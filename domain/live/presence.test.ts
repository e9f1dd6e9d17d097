import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presentAt, PRESENT_MS, stillPresent, TYPING_MS, withPage, type Pages } from './presence'
import type { PresenceTold } from './shape'

const PEOPLE = ['Layla', 'عمر', 'Nura'].map((name, index) => ({ id: `p${index}`, name }))
const told = (more: Partial<PresenceTold> = {}): PresenceTold => ({
  ...{ articleId: 'a', claimNumber: 1, typing: false, page: 'x', person: PEOPLE[0] ?? { id: '', name: '' } },
  ...more,
})
const one = fc.record({
  articleId: fc.constantFrom('a', 'b'),
  claimNumber: fc.option(fc.integer({ min: 1, max: 3 })),
  typing: fc.boolean(),
  page: fc.constantFrom('x', 'y', 'z'),
  person: fc.constantFrom(...PEOPLE),
})
const said = fc.array(fc.tuple(one, fc.integer({ min: 0, max: 15_000 })), { maxLength: 30 })

/** The pages after all of this, each some time after the one before, and the moment of the last. */
function after(all: [PresenceTold, number][]): { pages: Pages; at: number } {
  let at = 0
  let pages: Pages = new Map()
  for (const [what, later] of all) pages = withPage(pages, what, (at += later))
  return { pages, at }
}

describe('who is at an article', () => {
  it('lists each other person once for each claim, in one order, and never the reader', () => {
    fc.assert(
      fc.property(said, fc.constantFrom(...PEOPLE), (all, reader) => {
        const { pages, at } = after(all)
        const present = presentAt(pages, 'a', reader.id, at)
        const keys = present.map(({ claimNumber, person }) => `${claimNumber} ${person.name} ${person.id}`)
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : 1)))
        expect(present.map(({ person }) => person.id)).not.toContain(reader.id)
      }),
    )
  })

  it('depends on what each page said last, and forgets it in time', () => {
    fc.assert(
      fc.property(said, fc.integer({ min: 0, max: 2 * PRESENT_MS }), (all, later) => {
        const { pages, at } = after(all)
        const last = new Map<string, { what: PresenceTold; at: number }>()
        let moment = 0
        for (const [what, then] of all)
          last.set(`${what.person.id} ${what.page}`, { what, at: (moment += then) })
        const now = at + later
        const expected = [...last.values()].filter(
          ({ what, at: when }) =>
            what.claimNumber !== null && what.articleId === 'a' && now - when < PRESENT_MS,
        )
        const found = presentAt(pages, 'a', 'nobody', now)
        expect(new Set(found.map(({ claimNumber, person }) => `${claimNumber} ${person.id}`))).toEqual(
          new Set(expected.map(({ what }) => `${what.claimNumber} ${what.person.id}`)),
        )
        expect(presentAt(stillPresent(pages, now), 'a', 'nobody', now)).toEqual(found)
      }),
    )
  })

  it('says that somebody types for as long as they do', () => {
    const pages = withPage(new Map(), told({ typing: true }), 0)
    const typing = (at: number) => presentAt(pages, 'a', 'nobody', at).map((each) => each.typing)
    expect([typing(0), typing(TYPING_MS - 1), typing(TYPING_MS), typing(PRESENT_MS)]).toEqual([
      [true],
      [true],
      [false],
      [],
    ])
  })

  it('says so for one of two pages, too', () => {
    const pages = [told({ typing: true }), told({ page: 'y' })].reduce(
      (all, what) => withPage(all, what, 0),
      new Map() as Pages,
    )
    expect(presentAt(pages, 'a', 'nobody', 0)).toEqual([{ claimNumber: 1, person: PEOPLE[0], typing: true }])
  })

  it('has an end, however many pages somebody opens', () => {
    const pages = Array.from({ length: 500 }, (_, index) =>
      told({ page: `p${index}`, claimNumber: index + 1 }),
    )
    const { size } = pages.reduce((all, what) => withPage(all, what, 0), new Map() as Pages)
    expect(size).toBe(20)
  })
})
