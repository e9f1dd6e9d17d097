import { type Marked, countAt } from './phrases'
import { startsWithCapital } from './reading'
import { opensOnDefinite, promises, tellsPast, tellsPresent } from './verb-forms'
import { type WordRange, asks, hasAny, speaksOfSelf } from './voice'
import type { Book } from './words/books'

/** What a plain statement adds, as a share of the distance to 1 that its cues leave. */
/** A verb that reports an event. */
const HAPPENING = 0.35
/** A phrase about where a thing is, or what it has or holds. */
const STATE = 0.35
/** `was`, `has`: weak on their own. */
const IDENTITY = 0.15
const MOMENT = 0.25
/** `never`, `not one`. */
const TOTALITY = 0.15
/** What public debate is about. */
const MATTER = 0.25
/** Somebody other than the speaker. */
const OTHER = 0.12
/** A present-tense verb outside the lists. */
const PRESENT = 0.25
/** A sentence that begins with a capitalised word, unless it is a small word: perhaps a name. */
const FIRST_WORD_NAME = 0.15
const OPENS_ON_DEFINITE = 0.15
/** A sentence of some length without words of opinion. */
const NO_OPINION = 0.2
const MIN_WORDS = 4

/** How much of a plain statement is left for each kind of words that weakens it, as a share. */
const LEFT: Readonly<Partial<Record<Book, number>>> = {
  opinion: 0.5,
  hedge: 0.55,
  evaluation: 0.65,
  expectation: 0.7,
}
const LEFT_BY_CONDITION = 0.6
const LEFT_BY_SELF = 0.55
const LEFT_BY_EXCLAMATION = 0.5
/** A short line without a full stop is a headline. */
const LEFT_BY_HEADLINE = 0.6
const HEADLINE_WORDS = 8
/** A second word of praise or blame cuts the plain statement again; further ones do not. */
const MOST_EVALUATIONS = 2

/** How much of the whole score is left where words say that there is nothing to check, as a share. */
const LEFT_OF_ALL: Readonly<Partial<Record<Book, number>>> = {
  wish: 0.3,
  promise: 0.45,
  duty: 0.5,
  courtesy: 0.5,
  private: 0.5,
}
const LEFT_BY_QUESTION = 0.25

/**
 * How plainly words state a fact, from 0 to 1. Opinion, hedging, praise and the first person lower it. Figures,
 * comparisons and firsts are scored apart from it.
 */
export function plainStatement(marked: Marked, [first, after]: WordRange, sentence: string): number {
  const has = (book: Book) => hasAny(marked, book, [first, after])
  let missing = 1
  if (has('happening') || tellsPast(marked, first, after)) missing *= 1 - HAPPENING
  if (has('state')) missing *= 1 - STATE
  else if (tellsPresent(marked, first, after)) missing *= 1 - PRESENT
  if (has('identity')) missing *= 1 - IDENTITY
  if (has('moment')) missing *= 1 - MOMENT
  if (has('totality')) missing *= 1 - TOTALITY
  if (has('matter')) missing *= 1 - MATTER
  if (has('other')) missing *= 1 - OTHER
  if (beginsWithName(marked, first)) missing *= 1 - FIRST_WORD_NAME
  if (opensOnDefinite(marked, first, after)) missing *= 1 - OPENS_ON_DEFINITE
  const left = leftOfPlain(marked, [first, after], sentence)
  if (left === 1 && after - first >= MIN_WORDS) missing *= 1 - NO_OPINION
  return (1 - missing) * left
}

/** How much of a plain statement words of opinion leave, as a share. */
export function leftOfPlain(marked: Marked, [first, after]: WordRange, sentence: string): number {
  let left = 1
  for (const [book, share] of Object.entries(LEFT) as [Book, number][]) {
    if (book !== 'evaluation' && hasAny(marked, book, [first, after])) left *= share
  }
  const evaluations = marked.found.evaluation.subarray(first, after).filter((count) => count > 0).length
  left *= (LEFT.evaluation ?? 1) ** Math.min(MOST_EVALUATIONS, evaluations)
  if (countAt(marked, 'condition', first) > 0) left *= LEFT_BY_CONDITION
  if (speaksOfSelf(marked, [first, after])) left *= LEFT_BY_SELF
  if (/!["'»”’)\s]*$/.test(sentence)) left *= LEFT_BY_EXCLAMATION
  if (after - first <= HEADLINE_WORDS && !/[.!?؟…۔:؛"'»”’)]\s*$/.test(sentence)) left *= LEFT_BY_HEADLINE
  return left
}

/**
 * How much of the whole score wishes, promises, duties, courtesies and questions leave, as a share. `is it true that …`
 * asks about a claim, so it leaves all.
 */
export function leftOfAll(marked: Marked, [first, after]: WordRange, sentence: string): number {
  let left = 1
  for (const [book, share] of Object.entries(LEFT_OF_ALL) as [Book, number][]) {
    const said = book === 'duty' ? firstSaid(marked, [first, after]) : after
    if (book === 'private' && goesRound(marked, [first, after])) continue
    const told = hasAny(marked, book, [first, said])
    if (told || (book === 'promise' && promises(marked, first, after))) left *= share
  }
  const isQuestion = asks(marked, [first, after], sentence) && !hasAny(marked, 'rumour', [first, after])
  return isQuestion ? left * LEFT_BY_QUESTION : left
}

/** A duty is a fact once somebody stated it: `the court said that they must pay`. */
function firstSaid({ found }: Marked, [first, after]: WordRange): number {
  for (let at = first; at < after; at++) {
    if ((found.attribution[at] ?? 0) > 0 || (found.rumour[at] ?? 0) > 0) return at
  }
  return after
}

/** A rumour has at least so many words, those that announce it included. */
const MIN_RUMOUR = 6

/** Whether words pass on something without a source, or ask whether it is true. */
export function goesRound(marked: Marked, [first, after]: WordRange): boolean {
  return after - first >= MIN_RUMOUR && hasAny(marked, 'rumour', [first, after])
}

function beginsWithName({ reading, found }: Marked, first: number): boolean {
  const word = reading.words[first]
  return word !== undefined && startsWithCapital(reading, word) && found.smallWord[first] === 0
}
