import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RevisionPreview } from '@/domain/revision/shape'
import { runs } from '@/tests/properties'
import { blocksOf, NOTHING_REVISED, revising, trackedOf } from './revising-state'
import type { Brought } from './text-file'

const read = (text: string) =>
  ({
    incoming: { text, blocks: [{ kind: 'paragraph', start: 0, end: text.length }], notes: [] },
  }) as unknown as Brought
const preview = (number: number) => ({ number, lines: [] }) as unknown as RevisionPreview
const shown = (text: string, requestKey: string) =>
  ({ kind: 'shown', preview: preview(2), text, requestKey }) as const

describe('an edited text', () => {
  it('keeps the blocks of its file until a letter of it is changed', () => {
    const state = revising(NOTHING_REVISED, { kind: 'brought', read: read('الجسر طويل.') })
    expect(blocksOf(state, 'الجسر طويل.')).toHaveLength(1)
    expect(blocksOf(state, 'الجسر طويل')).toBeUndefined()
    expect(blocksOf(NOTHING_REVISED, '')).toBeUndefined()
  })

  it('is shown with its effect until its author goes back', () => {
    const state = revising(NOTHING_REVISED, shown('One.', 'a'))
    expect(state.shown).toEqual(preview(2))
    expect(revising(state, { kind: 'back' })).toEqual({ ...state, shown: null })
  })

  it('keeps its request key when it is previewed again, and another text gets another', () => {
    const first = revising(revising(NOTHING_REVISED, shown('One.', 'a')), { kind: 'back' })
    const again = revising(first, shown('One.', 'b'))
    expect(again.previewed).toEqual({ text: 'One.', requestKey: 'a', left: [] })
    const other = revising(again, shown('Two.', 'c'))
    expect(other.previewed).toEqual({ text: 'Two.', requestKey: 'c', left: [] })
  })
})

const text = fc.constantFrom('One.', 'Two.', 'ثلاثة.')
const told = fc.oneof(
  text.map((one) => ({ kind: 'brought', read: read(one) }) as const),
  fc.tuple(text, fc.uuid()).map(([one, key]) => shown(one, key)),
  fc.constant({ kind: 'back' } as const),
)

it('in any order of events, what is shown is saved under a key that only this text has', () => {
  fc.assert(
    fc.property(fc.array(told, { maxLength: 12 }), (events) => {
      const keys = new Map<string, string>()
      let state = NOTHING_REVISED
      for (const event of events) {
        const before = state
        state = revising(state, event)
        if (event.kind === 'shown') expect(state.previewed?.text).toBe(event.text)
        else expect(state.previewed).toBe(before.previewed)
        if (event.kind === 'back') expect(state.shown).toBeNull()
        const { previewed } = state
        if (!previewed) continue
        expect(keys.get(previewed.requestKey) ?? previewed.text).toBe(previewed.text)
        keys.set(previewed.requestKey, previewed.text)
      }
      expect(state.shown === null || state.previewed !== null).toBe(true)
    }),
    { numRuns: runs(200) },
  )
})

describe('a writer’s revision', () => {
  const text = 'He said “no” in June.'
  const base = 'He said “no” in May.'
  const changes = [{ old: { start: 16, end: 19 }, fresh: { start: 16, end: 20 } }]
  const incoming = { ...read(text).incoming, tracked: { base, changes } }
  const state = { ...NOTHING_REVISED, brought: { name: 'file.docx', incoming } }

  it('gives its tracked changes when it begins from the newest text, whatever its typography', () => {
    expect(trackedOf(state, text, base)).toEqual(changes)
    expect(trackedOf(state, text, 'He said "no" in May.')).toEqual(changes)
    expect(trackedOf(state, text, 'He said “no” in July.')).toBe('unfit')
    expect(trackedOf(state, `${text} More.`, base)).toBeNull()
    expect(trackedOf(NOTHING_REVISED, text, base)).toBeNull()
  })
})
