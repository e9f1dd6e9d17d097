import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RevisionPreview } from '@/domain/revision/shape'
import { runs } from '@/tests/properties'
import { answersIn, blocksOf, claimsUnder, NOTHING_REVISED, revising, trackedOf } from './revising-state'
import type { Brought } from './text-file'

const read = (text: string) =>
  ({ incoming: { text, blocks: [{ kind: 'paragraph', start: 0, end: text.length }] } }) as unknown as Brought
const preview = (number: number) => ({ number }) as RevisionPreview
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
    expect(again.previewed).toEqual({ text: 'One.', requestKey: 'a' })
    const other = revising(again, shown('Two.', 'c'))
    expect(other.previewed).toEqual({ text: 'Two.', requestKey: 'c' })
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

  it('has its comments on the claims whose words they touch', () => {
    const line = (number: number, start: number, end: number, state: 'changed' | 'orphaned' = 'changed') => ({
      ...{ number, state, part: 'text' as const },
      after: { quote: text.slice(start, end), start, end },
    })
    const lines = [line(1, 16, 20), line(2, 0, 2), line(3, 16, 20, 'orphaned'), line(4, 8, 17)]
    expect(claimsUnder({ start: 16, end: 20 }, lines)).toEqual([1, 4])
  })
})

describe('comments of a file', () => {
  const questions = ['Where is this from?', 'ما مصدر هذه المعلومة؟']
  const note = (text: string, origin: 'comment' | 'footnote' = 'comment') => ({ text, origin })

  it('are answers, unless they end with a question of the desk', () => {
    const own = [
      note('Claim 1 · ? Needs source\n\nWhere is this from?'),
      note('الادعاء 2\nما مصدر هذه المعلومة؟ '),
    ]
    const answers = [
      note('Claim 3\nWhere is this from?\n\nMiriam Okell: The minutes.'),
      note('Where is this from?'),
      note('See p. 4.\nWhere is this from?', 'footnote'),
      note('من محضر الجلسة.'),
    ]
    expect(answersIn([...own, ...answers], questions)).toEqual({ answers, unanswered: own })
  })
})
