import type { CueLanguage } from './cue'
import type { Marked } from './phrases'

/** From this share of sentences with the speaker or the addressee in them, a text is talk; below the other, a report. */
const TALK = 0.3
const REPORT = 0.1
/** Folded words that mean the speaker by their shape: Arabic ones that end in `our`, not accusatives such as قانونا. */
const OURS: Partial<Record<CueLanguage, RegExp>> = { ar: /^.{2,}[^وا]نا$/ }

/** Whether the words from `first` to `after` (half-open) name the speaker or the addressee. */
export function speaksOfSelf({ reading, found }: Marked, first: number, after: number): boolean {
  const ours = reading.language && OURS[reading.language]
  if (ours && reading.words.slice(first, after).some(({ folded }) => ours.test(folded))) return true
  return found.self.subarray(first, after).some((count) => count > 0)
}

/**
 * How far a text is talk or opinion and not a report, from 0 to 1: by the share of its sentences, given as ranges of
 * words, that speak of the speaker or the addressee.
 */
export function voiceOf(
  marked: Marked,
  sentences: readonly (readonly [first: number, after: number])[],
): number {
  const own = sentences.filter(([first, after]) => speaksOfSelf(marked, first, after)).length
  const share = sentences.length === 0 ? 0 : own / sentences.length
  return Math.min(1, Math.max(0, (share - REPORT) / (TALK - REPORT)))
}
