import type { CueLanguage } from './cue'
import { type Marked, countAt } from './phrases'
import type { Book } from './words/books'

/** A text with at least this share of talking sentences is talk; one below the other share is a report. */
const TALK = 0.35
const REPORT = 0.2
/** Folded words that mean the speaker by their shape: Arabic ones that end in `our`, not accusatives such as قانونا. */
const OURS: Partial<Record<CueLanguage, RegExp>> = { ar: /^.{2,}[^وا]نا$/ }

/** From the first word to the one after the last, half-open. */
export type WordRange = readonly [first: number, after: number]

export function hasAny({ found }: Marked, book: Book, [first, after]: WordRange): boolean {
  return found[book].subarray(first, after).some((count) => count > 0)
}

/** Whether words name the speaker or the addressee. */
export function speaksOfSelf(marked: Marked, range: WordRange): boolean {
  const { words, language } = marked.reading
  const ours = language && OURS[language]
  if (ours && words.slice(...range).some(({ folded }) => ours.test(folded))) return true
  return hasAny(marked, 'self', range)
}

export function asks(marked: Marked, [first]: WordRange, sentence: string): boolean {
  return /[?؟]["'»”’)\s]*$/.test(sentence) || countAt(marked, 'question', first) > 0
}

/**
 * How far a text is talk or opinion rather than a report, from 0 to 1. It is the share of sentences that name the
 * speaker or the addressee, ask, wish or give an opinion.
 */
export function voiceOf(
  marked: Marked,
  sentences: readonly { range: WordRange; sentence: string }[],
): number {
  const talking = sentences.filter(
    ({ range, sentence }) =>
      speaksOfSelf(marked, range) ||
      asks(marked, range, sentence) ||
      hasAny(marked, 'opinion', range) ||
      hasAny(marked, 'wish', range),
  ).length
  const share = sentences.length === 0 ? 0 : talking / sentences.length
  return Math.min(1, Math.max(0, (share - REPORT) / (TALK - REPORT)))
}
