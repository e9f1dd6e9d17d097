import { foldSearchWord } from '../fold-word'
import { STOP_WORDS } from '../likeness/stop-words'
import { wordsOf } from '../words'
import { wordChanges } from './word-changes'

/** What differs between two passages, the most serious kind first. */
export const CHANGE_KINDS = ['figures', 'names', 'words', 'small'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

const FIGURE = /[\p{N}\p{Sc}\p{Sm}%‰٪°]|^\p{Pd}$/u
const CAPITAL = /^\p{Lu}/u
const LETTER = /\p{L}/u

/**
 * The kind of the words that were added or removed: a figure or a sign; a name, as capitals show; other words; or only
 * function words and marks. It sorts what people look at and decides nothing.
 */
export function kindOfChange(old: string, fresh: string): ChangeKind {
  const whole = (text: string) => ({ text, span: { start: 0, end: text.length } })
  const written = wordChanges(whole(old), whole(fresh)).flatMap((run): [string, boolean][] => {
    if (run.kind === 'same') return []
    const [text, { start, end }] = run.kind === 'removed' ? [old, run.old] : [fresh, run.fresh]
    return wordsOf(text, start, end).map((word) => [text.slice(word.start, word.end), word.start === 0])
  })
  if (written.some(([word]) => FIGURE.test(word))) return 'figures'
  if (written.some(([word, begins]) => CAPITAL.test(word) && !begins)) return 'names'
  const small = written.every(([word]) => !LETTER.test(word) || STOP_WORDS.has(foldSearchWord(word)))
  return small ? 'small' : 'words'
}
