import type { CueKind } from '../cues/cue'
import { cuesOf } from '../cues/cues'
import { foldSearchWord } from '../fold-word'
import type { Span } from '../locate'
import { STOP_WORDS } from '../likeness/stop-words'
import { wordsOf } from '../words'
import { wordChanges } from './word-changes'

/** What differs between two passages, the most serious kind first. */
export const CHANGE_KINDS = ['figures', 'names', 'words', 'small'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

const FIGURE = /[\p{N}\p{Sc}\p{Sm}%‰٪°]|^\p{Pd}$/u
const CAPITAL = /^\p{Lu}/u
const LETTER = /\p{L}/u

type Changed = Span & { written: string; text: string }

/** The words that only one of two passages has. */
function changedWords(old: string, fresh: string): Changed[] {
  const whole = (text: string) => ({ text, span: { start: 0, end: text.length } })
  return wordChanges(whole(old), whole(fresh)).flatMap((run): Changed[] => {
    if (run.kind === 'same') return []
    const [text, { start, end }] = run.kind === 'removed' ? [old, run.old] : [fresh, run.fresh]
    return wordsOf(text, start, end).map((word) => ({
      ...word,
      text,
      written: text.slice(word.start, word.end),
    }))
  })
}

const languageOf = (text: string) => (/\p{Script=Arabic}/u.test(text) ? 'ar' : 'en')

/**
 * Makes a test for words that belong to a cue of one of the kinds, such as a figure in words or a name without a
 * capital.
 */
function cued(texts: readonly string[], kinds: readonly CueKind[]) {
  const spans = new Map(
    texts.map((text) => [text, cuesOf(text, languageOf(text)).filter(({ kind }) => kinds.includes(kind))]),
  )
  return ({ text, start, end }: Changed) =>
    (spans.get(text) ?? []).some((cue) => cue.start < end && start < cue.end)
}

/**
 * The kind of the words that were added or removed: a figure, also in words, or a sign; a name, as capitals and
 * neighbouring words show; other words; or only function words and marks. It sorts what people look at and decides
 * nothing.
 */
export function kindOfChange(old: string, fresh: string): ChangeKind {
  const words = changedWords(old, fresh)
  const isFigure = cued([old, fresh], ['number', 'date'])
  if (words.some((word) => FIGURE.test(word.written) || isFigure(word))) return 'figures'
  const isName = cued([old, fresh], ['name'])
  if (words.some((word) => (word.start > 0 && CAPITAL.test(word.written)) || isName(word))) return 'names'
  const isSmall = (word: string) => !LETTER.test(word) || STOP_WORDS.has(foldSearchWord(word))
  return words.every(({ written }) => isSmall(written)) ? 'small' : 'words'
}
