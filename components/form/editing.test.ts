import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginEditing, edit, type Edit, type Editing } from './editing'

const opened = beginEditing('as stored', 2)
const after = (...events: Edit<string>[]) => events.reduce<Editing<string>>(edit, opened)

describe('a form over a record', () => {
  it('follows the record while nothing is typed', () =>
    expect(after({ kind: 'shown', value: 'by another', version: 3 })).toEqual(beginEditing('by another', 3)))

  it('is not rendered again for a value that it already holds', () =>
    expect(after({ kind: 'shown', value: 'as stored', version: 2 })).toBe(opened))

  it('keeps the typed text and the version that it is based on', () =>
    expect(
      after({ kind: 'typed', value: 'mine' }, { kind: 'shown', value: 'by another', version: 3 }),
    ).toEqual({ value: 'mine', from: 'as stored', base: 2, typed: true, restoredAt: null }))

  it('takes a draft, unless somebody typed before it came', () => {
    const restored = {
      kind: 'restored',
      draft: { value: 'draft', version: 2, at: '2026-11-29T03:00:00.000Z' },
    } as const
    expect(after(restored)).toEqual({
      value: 'draft',
      from: 'as stored',
      base: 2,
      typed: true,
      restoredAt: '2026-11-29T03:00:00.000Z',
    })
    expect(after({ kind: 'typed', value: 'mine' }, restored).value).toBe('mine')
  })

  it('has nothing to save after its text was saved', () =>
    expect(after({ kind: 'typed', value: 'mine' }, { kind: 'saved', sent: 'mine', version: 3 })).toEqual(
      beginEditing('mine', 3),
    ))

  it('still has to save words that were typed during a save', () =>
    expect(
      after(
        { kind: 'typed', value: 'mine' },
        { kind: 'typed', value: 'mine and more' },
        { kind: 'saved', sent: 'mine', version: 3 },
      ),
    ).toMatchObject({ value: 'mine and more', from: 'mine', base: 3, typed: true }))

  it('does not go back to an older page after a save', () =>
    expect(
      after(
        { kind: 'typed', value: 'mine' },
        { kind: 'saved', sent: 'mine', version: 3 },
        { kind: 'shown', value: 'as stored', version: 2 },
      ).value,
    ).toBe('mine'))

  it('accepts another person’s version as its base only once the author has seen it', () => {
    const behind = after({ kind: 'typed', value: 'mine' }, { kind: 'shown', value: 'by another', version: 3 })
    expect(behind.base).toBe(2)
    const seen = { kind: 'seen', from: 'by another', version: 3 } as const
    expect(edit(behind, { ...seen, value: 'mine' })).toEqual({ ...behind, from: 'by another', base: 3 })
    expect(edit(behind, { ...seen, value: 'by another' })).toEqual(beginEditing('by another', 3))
  })

  it('replaces the typed text with the given value when it ends', () =>
    expect(after({ kind: 'typed', value: 'mine' }, { kind: 'ended', value: 'theirs', version: 4 })).toEqual(
      beginEditing('theirs', 4),
    ))
})

const version = fc.integer({ min: 0, max: 9 })
const words = fc.constantFrom('a', 'b', 'c')
const anything: fc.Arbitrary<Edit<string>> = fc.oneof(
  fc.record({ kind: fc.constant('shown' as const), value: words, version }),
  fc.record({
    kind: fc.constant('restored' as const),
    draft: fc.record({ value: words, version, at: fc.constant('2026-11-29T03:00:00.000Z') }),
  }),
  fc.record({ kind: fc.constant('typed' as const), value: words }),
  fc.record({ kind: fc.constant('saved' as const), sent: words, version }),
  fc.record({ kind: fc.constant('seen' as const), value: words, from: words, version }),
  fc.record({ kind: fc.constant('ended' as const), value: words, version }),
)

describe('after any events', () => {
  it('only typing, saving, choosing and giving up change what somebody typed', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 30 }), (events) => {
        let state: Editing<string> = opened
        for (const event of events) {
          const before = state
          state = edit(state, event)
          if (before.typed && (event.kind === 'shown' || event.kind === 'restored'))
            expect(state).toBe(before)
          if (event.kind === 'saved') expect(state.value).toBe(before.value)
          if (!state.typed) expect(state.from).toBe(state.value)
          if (state.restoredAt !== null) expect(state.typed).toBe(true)
        }
      }),
    )
  })
})
