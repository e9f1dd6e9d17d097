import { describe, expect, it } from 'vitest'
import type { Note } from '@/importing/incoming'
import { answersIn, claimsOf, claimsUnder, isTalk, leftAtFirst, shownNotes } from './noted-claims'

const text = 'He said “no” in June. The toll is 3 coins.'
type State = 'anchored' | 'changed' | 'orphaned'
const at = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
})
const line = (number: number, words: string, state: State = 'changed') => ({
  ...{ number, state, part: 'text' as const },
  after: { quote: words, ...at(words) },
})
const note = (words: string, said: string, rest: Partial<Note> = {}): Note => ({
  ...{ origin: 'comment', author: 'Writer', text: said, links: [], ...at(words), ...rest },
})

describe('the comments of a writer’s revision', () => {
  it('are on the claims whose words they touch', () => {
    const lines = [line(1, 'June'), line(2, 'He'), line(3, 'June', 'orphaned'), line(4, 'no” in J')]
    expect(claimsUnder(at('June'), lines)).toEqual([1, 4])
  })

  it('are ticked at first unless they are settled, stand at the foot, or answer a claim', () => {
    const notes = [
      note('3 coins', 'Since May.'),
      note('3 coins', 'Done.', { settled: true }),
      note('toll', 'The act of 1998.', { origin: 'footnote' }),
      note('June', 'You asked.'),
    ]
    expect(leftAtFirst(notes, [line(1, 'in June')])).toEqual([1, 2, 3])
    expect(leftAtFirst(notes, [line(1, 'in June', 'orphaned')])).toEqual([1, 2])
  })

  it('may go into the talk of the desk when they stand on a claim or on no words', () => {
    const notes = [
      note('3 coins', 'Since May.'),
      note('June', 'You asked.'),
      note('', 'A better title?'),
      note('', 'See the act.', { origin: 'endnote' }),
      note('June', ' '),
    ]
    const lines = [line(1, 'in June')]
    const shown = shownNotes({ text, notes, left: [], lines })
    expect(shown.map((one) => isTalk(one, lines))).toEqual([false, true, true, false, false])
  })

  it('become claims on their words when they are ticked, those on the same words one', () => {
    const notes = [
      note('3 coins', 'Since May.', { links: ['https://example.org/act'] }),
      note('3 coins', 'And two for carts.'),
      note('June', 'Not May.'),
    ]
    expect(claimsOf({ text, notes, left: [2], lines: [line(1, 'in June')] })).toEqual([
      {
        ...{ quote: '3 coins', start: text.indexOf('3 coins') },
        finding: 'Writer: Since May.\n\nWriter: And two for carts.',
        sources: [{ title: 'https://example.org/act', url: 'https://example.org/act', stance: 'context' }],
      },
    ])
  })

  it('make no claim on words that are one, alone or together, and say so', () => {
    const whole = { text, left: [], lines: [line(7, 'The toll is 3 coins')] }
    const alone = { ...whole, notes: [note('The toll is 3 coins', 'Which?')] }
    expect(shownNotes(alone).map(({ state }) => state)).toEqual(['claimed'])
    expect(claimsOf(alone)).toEqual([])
    const together = { ...whole, notes: [note('The toll is 3', 'Which?'), note('is 3 coins', 'Each?')] }
    expect(shownNotes(together).map(({ state }) => state)).toEqual(['claimed', 'claimed'])
    expect(claimsOf(together)).toEqual([])
    const one = { ...together, left: [1] }
    expect(shownNotes(one).map(({ state }) => state)).toEqual(['ticked', 'unticked'])
    expect(claimsOf(one)).toHaveLength(1)
  })

  it('without words are shown and make nothing', () => {
    const notes = [{ ...note('He', 'General.'), end: 0 }]
    expect(shownNotes({ text, notes, left: [], lines: [] })[0]?.state).toBe('wordless')
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
