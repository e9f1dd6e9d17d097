import { type Marked, countAt } from './phrases'
import { startsWithCapital, written } from './reading'
import type { Book } from './words/books'

/** What a plain statement adds, as a share of what its cues leave to 1. */
const HAPPENING = 0.35
const STATE = 0.3
/** A sentence that begins with a capitalised word that is no small word: perhaps a name. */
const FIRST_WORD_NAME = 0.2

/** What is left of a sentence's score for each kind of words that make it no statement of fact. */
const LEFT: Readonly<Partial<Record<Book, number>>> = {
  wish: 0.35,
  opinion: 0.6,
  duty: 0.65,
  hedge: 0.7,
  evaluation: 0.75,
  self: 0.75,
  expectation: 0.8,
}
const LEFT_BY_QUESTION = 0.3
const LEFT_BY_EXCLAMATION = 0.6
/** A second word of praise or blame takes as much again; more take no more. */
const MOST_EVALUATIONS = 2

/** Endings of English past forms, and words that only look like one. */
const NOT_PAST = new Set(
  'need speed indeed hundred exceed proceed succeed feed seed deed bleed breed weed greed creed agreed-upon red bed shed wed sacred hatred naked embed united'.split(
    ' ',
  ),
)
const PARTICIPLE = /(?:[éÉ]e?s?|è?rent)$/
const AUXILIARIES = new Set(
  'a ont avait avaient est sont etait etaient fut furent aurait ayant etre avoir ete s y'.split(' '),
)
const MAX_TO_PARTICIPLE = 3

export type Statement = { adds: number; leaves: number }

/** How far the words from `first` to `after` (half-open) state a fact, and how far an opinion, wish or question. */
export function statementOf(marked: Marked, first: number, after: number, sentence: string): Statement {
  const has = (book: Book) => marked.found[book].subarray(first, after).some((count) => count > 0)
  let missing = 1
  if (has('happening') || tellsPast(marked, first, after)) missing *= 1 - HAPPENING
  if (has('state')) missing *= 1 - STATE
  if (beginsWithName(marked, first)) missing *= 1 - FIRST_WORD_NAME
  let leaves = 1
  for (const [book, left] of Object.entries(LEFT) as [Book, number][]) {
    if (book !== 'evaluation' && has(book)) leaves *= left
  }
  const evaluations = marked.found.evaluation.subarray(first, after).filter((count) => count > 0).length
  leaves *= (LEFT.evaluation ?? 1) ** Math.min(MOST_EVALUATIONS, evaluations)
  if (/[?؟]["'»”’)\s]*$/.test(sentence)) leaves *= LEFT_BY_QUESTION
  else if (countAt(marked, 'question', first) > 0) leaves *= LEFT_BY_QUESTION
  if (/!["'»”’)\s]*$/.test(sentence)) leaves *= LEFT_BY_EXCLAMATION
  return { adds: 1 - missing, leaves }
}

function beginsWithName({ reading, found }: Marked, first: number): boolean {
  const word = reading.words[first]
  return word !== undefined && startsWithCapital(reading, word) && found.smallWord[first] === 0
}

/** Past forms told by their endings: English -ed, French participles after an auxiliary, Arabic قد and -ت. */
function tellsPast({ reading }: Marked, first: number, after: number): boolean {
  const { words, language } = reading
  if (language === 'en') {
    return words
      .slice(first, after)
      .some(({ folded }) => folded.length > 3 && folded.endsWith('ed') && !NOT_PAST.has(folded))
  }
  if (language === 'fr') {
    let since = MAX_TO_PARTICIPLE + 1
    for (const word of words.slice(first, after)) {
      since = AUXILIARIES.has(word.folded) && written(reading, word) !== 'à' ? 0 : since + 1
      if (since > 0 && since <= MAX_TO_PARTICIPLE && PARTICIPLE.test(written(reading, word))) return true
    }
    return false
  }
  if (language !== 'ar') return false
  return words.slice(first, after).some((word, at, all) => {
    const past = /^(?:ف|و|ل)?قد$/.test(all[at - 1]?.folded ?? '') && !/^[يتن]/.test(word.folded)
    return past || (at === 0 && /^(?!.*ات$)(?!ال).{3,}ت$/.test(word.folded))
  })
}
