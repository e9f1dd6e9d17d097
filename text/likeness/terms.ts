import { cuesOf } from '../cues/cues'
import { asciiDigits } from '../digits'
import { foldSearchWord } from '../fold-word'
import { wordsOf } from '../words'
import { STOP_WORDS } from './stop-words'

/**
 * What a statement is about: its content words, and separately its figures and the words of its names in their
 * spelling.
 */
export type Terms = { words: string[]; numbers: string[]; names: Map<string, string> }

/** Arabic joins "and", "so", "by", "as", "for" and the article to the next word. At least three letters must remain. */
const JOINED = /^(?:[وف])?(?:ال|[بك]ال|لل|ل)?(?=[\u0621-\u064a]{3})/u
const ARABIC = /^[\u0621-\u064a]+$/u

/** The word without the parts that Arabic joins to its front. */
export function bareWord(folded: string): string {
  if (!ARABIC.test(folded) || folded.length < 4) return folded
  return folded.replace(JOINED, '')
}

function numberOf(word: string): string {
  return asciiDigits(word)
    .replace(/[%٪]/g, '')
    .replace(/(?<=\d)[,٬](?=\d{3})/g, '')
    .replace('٫', '.')
}

/**
 * The terms of a statement in the order of its words, folded for search and without function words. With a language,
 * words before a name also identify it; else only capitals do.
 */
export function termsOf(text: string, language?: string): Terms {
  const terms: Terms = { words: [], numbers: [], names: new Map() }
  const named = language ? cuesOf(text, language).filter((cue) => cue.kind === 'name') : []
  wordsOf(text).forEach((word, index) => {
    const written = text.slice(word.start, word.end)
    if (/^\p{N}/u.test(written)) {
      const number = numberOf(written)
      terms.numbers.push(number)
      terms.words.push(number)
      return
    }
    const folded = foldSearchWord(written)
    if (!/[\p{L}\p{N}]/u.test(folded) || STOP_WORDS.has(folded)) return
    const bare = bareWord(folded)
    if (STOP_WORDS.has(bare)) return
    terms.words.push(bare)
    const capital = index > 0 && /^\p{Lu}/u.test(written)
    if (capital || named.some((cue) => cue.start <= word.start && cue.end >= word.end))
      terms.names.set(bare, terms.names.get(bare) ?? written)
  })
  return terms
}
