import { type Marked, countAt } from './phrases'
import { startsWithCapital } from './reading'
import { opensOnDefinite, tellsPast, tellsPresent } from './verb-forms'
import type { Book } from './words/books'

/** What a plain statement adds, as a share of the distance to 1 that its cues leave. */
/** A verb that reports an event. */
const HAPPENING = 0.35
/** A phrase about where a thing is, or what it has or holds. */
const STATE = 0.35
/** `was`, `has`: weak on their own. */
const IDENTITY = 0.15
const MOMENT = 0.25
/** A present-tense verb outside the lists. */
const PRESENT = 0.25
/** A sentence that begins with a capitalised word, unless it is a small word: perhaps a name. */
const FIRST_WORD_NAME = 0.2
const OPENS_ON_DEFINITE = 0.15
/** A sentence of some length without words of opinion. */
const NO_OPINION = 0.2
const MIN_WORDS = 4

/** The share of a sentence's score that remains for each kind of words that weakens a statement of fact. */
const LEFT: Readonly<Partial<Record<Book, number>>> = {
  wish: 0.3,
  opinion: 0.5,
  duty: 0.5,
  hedge: 0.55,
  self: 0.6,
  evaluation: 0.65,
  expectation: 0.7,
}
const LEFT_BY_QUESTION = 0.25
const LEFT_BY_EXCLAMATION = 0.5
/** A short line without a full stop is a headline. */
const LEFT_BY_HEADLINE = 0.6
const HEADLINE_WORDS = 8
/** A second word of praise or blame cuts the score again; further ones do not. */
const MOST_EVALUATIONS = 2

export type Assertion = { adds: number; leaves: number }

/**
 * How far the words from `first` to `after` (half-open) state a fact, and how far they express opinion, wish or
 * question.
 */
export function assertionOf(marked: Marked, first: number, after: number, sentence: string): Assertion {
  const has = (book: Book) => marked.found[book].subarray(first, after).some((count) => count > 0)
  let missing = 1
  if (has('happening') || tellsPast(marked, first, after)) missing *= 1 - HAPPENING
  if (has('state')) missing *= 1 - STATE
  else if (tellsPresent(marked, first, after)) missing *= 1 - PRESENT
  if (has('identity')) missing *= 1 - IDENTITY
  if (has('moment')) missing *= 1 - MOMENT
  if (beginsWithName(marked, first)) missing *= 1 - FIRST_WORD_NAME
  if (opensOnDefinite(marked, first, after)) missing *= 1 - OPENS_ON_DEFINITE
  let leaves = 1
  for (const [book, left] of Object.entries(LEFT) as [Book, number][]) {
    if (book !== 'evaluation' && has(book)) leaves *= left
  }
  const evaluations = marked.found.evaluation.subarray(first, after).filter((count) => count > 0).length
  leaves *= (LEFT.evaluation ?? 1) ** Math.min(MOST_EVALUATIONS, evaluations)
  if (/[?؟]["'»”’)\s]*$/.test(sentence)) leaves *= LEFT_BY_QUESTION
  else if (countAt(marked, 'question', first) > 0) leaves *= LEFT_BY_QUESTION
  if (/!["'»”’)\s]*$/.test(sentence)) leaves *= LEFT_BY_EXCLAMATION
  if (after - first <= HEADLINE_WORDS && !/[.!?؟…۔:؛"'»”’)]\s*$/.test(sentence)) leaves *= LEFT_BY_HEADLINE
  if (leaves === 1 && after - first >= MIN_WORDS) missing *= 1 - NO_OPINION
  return { adds: 1 - missing, leaves }
}

function beginsWithName({ reading, found }: Marked, first: number): boolean {
  const word = reading.words[first]
  return word !== undefined && startsWithCapital(reading, word) && found.smallWord[first] === 0
}
