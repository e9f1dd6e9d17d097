import { describe, expect, test } from 'vitest'
import { sortDraft, type Draft } from './drafts'

const draft = (version: number, earlier?: Draft<string>): Draft<string> => ({
  ...{ value: `over ${version}`, version, at: '2026-11-29T03:00:00.000Z' },
  ...(earlier && { earlier }),
})

describe('a draft', () => {
  test('based on the current version goes into the form', () =>
    expect(sortDraft(draft(2), 2)).toEqual({ restored: draft(2), offered: null }))

  test.each([
    [1, 2],
    [3, 2],
    [0, 1],
  ])('based on version %i is offered beside version %i', (typed, now) =>
    expect(sortDraft(draft(typed), now)).toEqual({ restored: null, offered: draft(typed) }),
  )

  test('keeps an earlier one that its author has not decided on', () => {
    const both = draft(2, draft(1))
    expect(sortDraft(both, 2)).toEqual({ restored: both, offered: draft(1) })
    expect(sortDraft(both, 3)).toEqual({ restored: null, offered: both })
  })

  test('is offered beside words that were typed before it was read', () => {
    const both = draft(2, draft(1))
    expect(sortDraft(both, 2, true)).toEqual({ restored: null, offered: both })
    expect(sortDraft(null, 2, true)).toEqual({ restored: null, offered: null })
  })

  test('that does not exist gives nothing', () =>
    expect(sortDraft(null, 1)).toEqual({ restored: null, offered: null }))
})
