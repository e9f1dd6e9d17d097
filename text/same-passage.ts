import { foldContext } from './fold'
import { ARABIC_MARKS, INVISIBLE, inRanges } from './fold-tables'
import { remembered } from './fold-word'

/**
 * The passage is the same with or without a blank at these marks: inside quotation marks and brackets, and before marks
 * that follow a word.
 */
const BLANK_BESIDE_QUOTES = / ?(["']) ?/g
const BLANK_INSIDE_BRACKETS = /(?<=[([{]) | (?=[)\]}])/g
const BLANK_BEFORE_MARK = / (?=[,،;؛!?؟%‰](?!\d))/g
const THOUSANDS = /(?<=\d)٬(?=\d)/g
const DECIMALS = /(?<=\d)٫(?=\d)/g

const keyOf = (passage: string): string =>
  foldContext(passage)
    .folded.replace(THOUSANDS, ',')
    .replace(DECIMALS, '.')
    .replace(/٪/g, '%')
    .replace(BLANK_BESIDE_QUOTES, '$1')
    .replace(BLANK_INSIDE_BRACKETS, '')
    .replace(BLANK_BEFORE_MARK, '')
    .trim()

/**
 * What a passage says, letter by letter. Two passages with one key differ only in typography or vowel signs. Typography
 * means the shape of quotation marks, blanks, tatweel, invisible characters, presentation forms, and the script of
 * digits. Everything else counts, also hamza, signs, case and order.
 */
export const passageKey = remembered(keyOf)

const MARKED = /[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06ed\u0898-\u08ff]/
/** Vowel signs of Arabic Presentation Forms A and B, which are shaped on a blank or a tatweel. */
const SHAPED = /[\ufc5e-\ufc63\ufcf2-\ufcf4\ufe70-\ufe7f]/g
const unshaped = (text: string) =>
  text.replace(SHAPED, (sign) => sign.normalize('NFKC').replace(/[ \u0640]/g, ''))
const WORDS = /[\p{L}\p{M}\p{Cf}\u0640]+/gu

/** The vowel signs of each letter of a word, one string per letter. */
function signsOf(word: string): string[] {
  const signs: string[] = []
  for (const letter of word.normalize('NFC')) {
    const point = letter.codePointAt(0) ?? 0
    if (inRanges(INVISIBLE, point)) continue
    if (!inRanges(ARABIC_MARKS, point)) signs.push('')
    else if (signs.length > 0) signs.push((signs.pop() ?? '') + letter)
  }
  return signs
}

const SHADDA = /\u0651/g
const isDoubled = (signs: string) => signs.includes('\u0651')

/**
 * Whether one letter's signs include the other's. When both have signs, either both double the letter or neither does,
 * because shadda makes another word: دَرَسَ, دَرَّسَ.
 */
function holds(all: string, some: string): boolean {
  if (some === '') return true
  if (all === '' || isDoubled(all) !== isDoubled(some)) return false
  const [vowels, fewer] = [all.replace(SHADDA, ''), some.replace(SHADDA, '')]
  return [...fewer].every((sign) => vowels.includes(sign))
}

/** Whether one of two spellings has all signs of the other, so that signs were only added and none was replaced. */
function signsAgree(a: string, b: string): boolean {
  if (a === b) return true
  const [one, other] = [signsOf(a), signsOf(b)]
  if (one.length !== other.length) return false
  const within = (many: readonly string[], few: readonly string[]) =>
    few.every((signs, at) => holds(many[at] ?? '', signs))
  return within(one, other) || within(other, one)
}

/**
 * Whether two passages say the same, letter by letter: their keys are equal, and no word has vowel signs that make it
 * another word (قَتَلَ, قُتِلَ). Signs that only one of them carries are a matter of spelling. The relation is not
 * transitive, so compare with the judged passage itself, never with one that was found equal to it.
 */
export function samePassage(a: string, b: string): boolean {
  if (a === b) return true
  if (passageKey(a) !== passageKey(b)) return false
  const [marked, twinned] = [unshaped(a), unshaped(b)]
  if (!MARKED.test(marked) || !MARKED.test(twinned)) return true
  const [one, other] = [marked.match(WORDS) ?? [], twinned.match(WORDS) ?? []]
  const [seen, twin] = [one.filter(isSeen), other.filter(isSeen)]
  return seen.length === twin.length && seen.every((word, at) => signsAgree(word, twin[at] ?? ''))
}

/** Marks and invisible characters that stand alone are not words. */
const isSeen = (word: string) => /\p{L}/u.test(word)
