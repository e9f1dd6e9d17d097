import { remembered } from '../fold-word'

const ARABIC = /^[\u0621-\u064a\u066e-\u06d3]+$/u
const LATIN = /^\p{Script=Latin}+$/u
/** A word keeps its ending unless at least so many letters remain. */
const LEAST_LEFT = 3

/** Endings of number, gender and possession, the longest first; after Larkey, Ballesteros and Connell's light stemmer. */
const ARABIC_ENDINGS = [
  'تها',
  'تهم',
  'هما',
  'ها',
  'هم',
  'هن',
  'نا',
  'كم',
  'ات',
  'ان',
  'ون',
  'ين',
  'وا',
  'يه',
  'ه',
  'ي',
  'ا',
]
const LATIN_ENDINGS: readonly [ending: string, instead: string][] = [
  ['ations', 'at'],
  ['ation', 'at'],
  ['ings', ''],
  ['ing', ''],
  ['ies', 'y'],
  ['ied', 'y'],
  ['ers', ''],
  ['ed', ''],
  ['es', ''],
  ['er', ''],
  ['ly', ''],
  ['e', ''],
  ['s', ''],
]

function without(word: string, ending: string, instead = ''): string | null {
  const left = word.length - ending.length
  return word.endsWith(ending) && left + instead.length >= LEAST_LEFT ? word.slice(0, left) + instead : null
}

/** Drops one of two equal consonants at the end of a word, so that both spellings are one stem. */
const single = (word: string) => (word.length > LEAST_LEFT ? word.replace(/([^aeiou])\1$/u, '$1') : word)

/**
 * What a folded word has in common with its other forms: "opened", "opens" and "opening", مصنع and مصانعها without the
 * ending. A stem is not a dictionary word; it only shows that two words may be forms of one.
 */
export const stemOf = remembered((word) => {
  if (ARABIC.test(word)) {
    for (const ending of ARABIC_ENDINGS) {
      const stem = without(word, ending)
      if (stem) return stem
    }
    return word
  }
  if (!LATIN.test(word)) return word
  for (const [ending, instead] of LATIN_ENDINGS) {
    const stem = without(word, ending, instead)
    if (stem) return single(stem)
  }
  return word
})
