import { describe, expect, it } from 'vitest'
import { changeOf, EMPTY_FORM, sizeOf, withNobody, withPerson } from './change'

const CAIRO = 'Africa/Cairo'

describe('the change that the form asks for', () => {
  it('waits until something is chosen, but no due time is a choice', () => {
    expect(changeOf('assign', EMPTY_FORM, CAIRO)).toBeNull()
    expect(changeOf('priority', EMPTY_FORM, CAIRO)).toBeNull()
    expect(changeOf('status', EMPTY_FORM, CAIRO)).toBeNull()
    expect(changeOf('due', EMPTY_FORM, CAIRO)).toEqual({ dueAt: null })
  })

  it('names the people in the order of choosing', () => {
    const form = withPerson(withPerson(withPerson(EMPTY_FORM, 'b', true), 'a', true), 'b', true)
    expect(changeOf('assign', form, CAIRO)).toEqual({ assigneeIds: ['a', 'b'] })
    expect(changeOf('assign', withPerson(form, 'a', false), CAIRO)).toEqual({ assigneeIds: ['b'] })
  })

  it('takes either people or nobody', () => {
    const nobody = withNobody(withPerson(EMPTY_FORM, 'a', true), true)
    expect(changeOf('assign', nobody, CAIRO)).toEqual({ assigneeId: null })
    expect(changeOf('assign', withPerson(nobody, 'a', true), CAIRO)).toEqual({ assigneeIds: ['a'] })
  })

  it('reads a due time on the clock of the newsroom', () => {
    expect(changeOf('due', { ...EMPTY_FORM, due: '2026-12-01T18:00' }, CAIRO)).toEqual({
      dueAt: '2026-12-01T16:00:00.000Z',
    })
  })
})

it('counts the picked claims, or all that were seen to match', () => {
  expect(sizeOf({ claims: [{ id: 'a', version: 1 }] })).toBe(1)
  expect(sizeOf({ filter: { status: 'verified' }, count: 340 })).toBe(340)
})
