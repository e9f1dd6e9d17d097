import { type Marked, countAt } from './phrases'
import { startsWithCapital, written } from './reading'
import type { Book } from './words/books'

/** What a plain statement adds, as a share of what its cues leave to 1. */
const HAPPENING = 0.35
const STATE = 0.35
const IDENTITY = 0.12
const PRESENT = 0.25
/** A sentence that begins with a capitalised word that is no small word: perhaps a name. */
const FIRST_WORD_NAME = 0.2

/** A folded Persian past verb, at the end of its sentence. */
const PERSIAN_PAST = /^(?!ن?مي).{2,}(?:[دت]|ند|ه ?اند)$/
/** A folded Arabic past verb of the feminine, at the beginning of its sentence. */
const ARABIC_PAST = /^(?!.*ات$)(?!ال).{2,}ت$/
const ARABIC_PRESENT = /^[وف]?ي(?!وم|مكن|جب|نبغي|بدو|مين).{3,}/

/** What is left of a sentence's score for each kind of words that make it no statement of fact. */
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
/** A second word of praise or blame takes as much again; more take no more. */
const MOST_EVALUATIONS = 2

/** Words that only look like an English or French past form. */
const NOT_PAST = new Set(
  'need speed indeed hundred exceed proceed succeed feed seed deed bleed breed weed greed creed agreed-upon red bed shed wed sacred hatred naked embed united etait etaient avait avaient souhait parfait portrait extrait retrait attrait pourrait devrait serait aurait بيت وقت صوت موت زيت تحت ليست وليست كانت وكانت بنت بات ست سبت ذات فقط نفت است نيست هست بود نبود دارد ندارد بايد شايد faudrait pourraient devraient seraient auraient voudrait'.split(
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
  else if (tellsPresent(marked, first, after)) missing *= 1 - PRESENT
  if (has('identity')) missing *= 1 - IDENTITY
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
  if (after - first <= HEADLINE_WORDS && !/[.!?؟…۔:؛"'»”’)]\s*$/.test(sentence)) leaves *= LEFT_BY_HEADLINE
  return { adds: 1 - missing, leaves }
}

function beginsWithName({ reading, found }: Marked, first: number): boolean {
  const word = reading.words[first]
  return word !== undefined && startsWithCapital(reading, word) && found.smallWord[first] === 0
}

/** Past forms told by their endings: English -ed, French participles after an auxiliary, Arabic قد and -ت. */
function tellsPast({ reading, found }: Marked, first: number, after: number): boolean {
  const { words, language } = reading
  if (language === 'en') {
    return words
      .slice(first, after)
      .some(({ folded }) => folded.length > 3 && folded.endsWith('ed') && !NOT_PAST.has(folded))
  }
  if (language === 'fr') {
    let since = MAX_TO_PARTICIPLE + 1
    for (let at = first; at < after; at++) {
      const word = words[at]
      if (!word) break
      const form = written(reading, word)
      since = AUXILIARIES.has(word.folded) && form !== 'à' ? 0 : since + 1
      const participle = PARTICIPLE.test(form) || found.participle[at] === 1
      if (participle && since > 0 && since <= MAX_TO_PARTICIPLE) return true
      if (/aient$|[^fl]ait$/.test(form) && !NOT_PAST.has(word.folded) && form.length > 5) return true
    }
    return false
  }
  if (language === 'fa') {
    const last = words[after - 1]?.folded ?? ''
    return PERSIAN_PAST.test(last) && !NOT_PAST.has(last)
  }
  if (language !== 'ar') return false
  return words.slice(first, after).some((word, at, all) => {
    const past = /^(?:ف|و|ل)?قد$/.test(all[at - 1]?.folded ?? '') && !/^[يتن]/.test(word.folded)
    return past || (at === 0 && ARABIC_PAST.test(word.folded) && !NOT_PAST.has(word.folded))
  })
}

/** An Arabic sentence that opens with a present verb, a Persian one that closes with one. */
function tellsPresent({ reading }: Marked, first: number, after: number): boolean {
  const { words, language } = reading
  if (language === 'fa') {
    const [before, last] = [words[after - 2]?.folded, words[after - 1]?.folded ?? '']
    return /^ن?مي.{3,}د$/.test(last) || (before === 'مي' && last.endsWith('د'))
  }
  return language === 'ar' && ARABIC_PRESENT.test(words[first]?.folded ?? '')
}
