import { foldSearch } from '../fold'
import { wordsOf } from '../words'

/** Words that turn a statement round, as the search fold writes them. */
const NEGATIONS = new Set(
  [
    'no not never none neither nor without cannot nobody nothing nowhere hardly barely deny denied denies denying',
    "n't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't shouldn't",
    'ne pas jamais aucun aucune ni sans nul nulle nie nient',
    'لا لم لن ليس ليست ليسوا غير بدون دون ولا ولم ولن وليس وليست فلا فلم فلن بلا عدم نفي نفت ينفي تنفي',
    'نه نيست نيستند هيچ بدون نبود نشد نكرد نمي',
  ]
    .join(' ')
    .split(' ')
    .map((word) => foldSearch(word).folded),
)

/** The negating words of a span, in order. */
export function negationsIn(text: string, start: number, end: number): string {
  return wordsOf(text, start, end)
    .map((word) => foldSearch(text.slice(word.start, word.end)).folded)
    .filter((word) => NEGATIONS.has(word))
    .join(' ')
}
