import { noteMarks } from '@/text/note-marks'

/**
 * How likely raised words are the mark of a note: `sure` even when the document has no such note, `likely` after a word,
 * `possible` after a figure.
 */
export type Chance = 'sure' | 'likely' | 'possible'

export type Figure = 'raised' | 'lowered'

/** What stands for raised or lowered words in a plain text. */
export type Settled = {
  text: string
  /** The words may be the mark of a note. */
  mark?: { label: string; chance: Chance }
}

const DIGITS = '0123456789'
const counterparts = (signs: string, digits: string) =>
  new Map([...`${DIGITS}+-−=()`].map((sign, index) => [sign, `${digits}${signs}`.charAt(index)] as const))
const RAISED = counterparts('⁺⁻⁻⁼⁽⁾', '⁰¹²³⁴⁵⁶⁷⁸⁹')
const LOWERED = counterparts('₊₋₋₌₍₎', '₀₁₂₃₄₅₆₇₈₉')
const SPECIAL: Readonly<Record<string, string>> = { TM: '™', SM: '℠', MC: 'ᴹᶜ' }
/** Signs that are raised by themselves. */
const RAISED_SIGN = /^(?:[™℠®©°′″’'ªº²³¹⁰⁴-⁾]|\p{Lm})+$/u
const NUMBER = /^\p{Nd}+$/u
const LETTERS = /^\p{L}[\p{L}\p{M}.]*$/u

/** Numbers of notes, as "3", "1,2" and "4–6", in brackets or not; signs; one letter. */
const MARK =
  /^(?:[[(]?\p{Nd}{1,3}(?:[,;،\s–-]{1,2}\p{Nd}{1,3}){0,5}[\])]?|[*†‡§¶※#]{1,3}|\[?\p{Ll}\]?|\[?\p{Lo}\p{M}*\]?)$/u
/** Four digits that count a year in one of the calendars of the desk. */
const YEAR = /(?:^|[^\p{N}.,٫٬/^])(?:1[2-9]|20|21)\d\d$/u
const ORDINAL_LETTER = /^[eèéoadrh]$/i
const ROMAN = /(?:^|[^\p{L}])[IVXLCDM]{1,8}$/u
/** "M", "Mr" and "n": an abbreviation that goes on in raised letters. */
const ABBREVIATION = /(?:^|[^\p{L}])(?:\p{Lu}\p{Ll}{0,2}|n|N)$/u
/** What stands under a raised figure in plain figures; no note has a number like that. */
const BELOW = /^[/⁄]\p{Nd}/u
/** Arabic and Hebrew letters that are written together with the number after them: "and", "in", "by". */
const JOINED = /(?:^|[^\p{L}\p{M}])[وفبكلובלכמ]{1,2}ـ*$/u
/** The letters that notes are counted with, and the words behind which a letter is no exponent. */
const LETTER_MARK = /^[a-fأبجده]$/u
const LONG_WORD = /(?:\p{Ll}{3}|(?:\p{Lo}\p{M}*){3})$/u
const VARIABLE = /(?:^|[^\p{L}\p{M}])\p{Ll}$/u

/**
 * The plain text for raised or lowered words: Unicode's figures where each character has one, else `^` or `_` before
 * them; letters of ordinals and abbreviations as they are.
 * @param before the text of the block up to them
 * @param after the text that follows, with whether it is lowered
 */
export function settled(
  words: string,
  figure: Figure,
  before: string,
  after: { text: string; lowered: boolean }[],
): Settled {
  const inner = words.trim()
  const around = (text: string) => words.replace(inner, () => text)
  if (inner === '') return { text: words }
  const attached = !/^\s/.test(words) && /\S$/.test(before)
  if (figure === 'lowered') return { text: around(lowered(inner, attached)) }
  if (opensFraction(inner, before, after)) return { text: `${/\p{Nd}$/u.test(before) ? ' ' : ''}${words}` }
  const text = around(raised(inner, before, attached))
  const next = after[0]?.text ?? ''
  const counts =
    after.length > 1 && /^[/⁄]$/.test(next) ? NUMBER.test(after[1]?.text.trim() ?? '') : BELOW.test(next)
  const mark = attached && !counts ? markOf(inner, before, next) : undefined
  return mark ? { text, mark } : { text }
}

/** The mark at the beginning of a note: raised words that open a block and have words after them. */
export function leadOf(words: string): string | undefined {
  const inner = words.trim()
  return MARK.test(inner) ? labelOf(inner) : undefined
}

/** A mark as it is compared: without brackets, its figures as ASCII. */
export function labelOf(mark: string): string {
  return ascii(mark.replace(/[[\]()\s]/g, '')).toLowerCase()
}

/** The denominator of a fraction with a raised numerator keeps its plain figures. */
export function closesFraction(words: string, before: string): boolean {
  return NUMBER.test(words.trim()) && /\p{Nd}[/⁄]$/u.test(before)
}

function opensFraction(words: string, before: string, after: { text: string; lowered: boolean }[]): boolean {
  const [slash, below] = after
  if (!NUMBER.test(words) || (/[\p{L}\p{M}]$/u.test(before) && !JOINED.test(before))) return false
  return /^[/⁄]$/.test(slash?.text ?? '') && below?.lowered === true && NUMBER.test(below.text.trim())
}

function raised(words: string, before: string, attached: boolean): string {
  if (SPECIAL[words] !== undefined) return SPECIAL[words]
  if (RAISED_SIGN.test(words)) return words
  const up = mapped(words.replace(/^[–‐‑]/, '-'), RAISED)
  if (up !== null) return up
  if (!attached) return words
  if (LETTERS.test(words)) return raisedLetters(words, before)
  if (/^(?:[*†‡§¶※#]+|\[.*\]|\(\p{L}[\p{L}\p{M}.]*\))$/u.test(words)) return words
  return `^${grouped(words)}`
}

function raisedLetters(words: string, before: string): string {
  const afterDigit = /\p{Nd}\.?$/u.test(before)
  if (words === 'o' && (afterDigit || ABBREVIATION.test(before))) return 'º'
  if (words === 'a' && afterDigit) return 'ª'
  const ordinal = afterDigit || ROMAN.test(before)
  if (ordinal && (words.length > 1 || ORDINAL_LETTER.test(words))) return words
  if (!ordinal && !VARIABLE.test(before) && ABBREVIATION.test(before)) return words
  if (/(?:^|[^\p{L}])[nN]$/u.test(before) && /^os?\.?$/i.test(words)) return words
  return `^${grouped(words)}`
}

function lowered(words: string, attached: boolean): string {
  const down = mapped(words.replace(/^[–‐‑]/, '-'), LOWERED)
  if (down !== null) return down
  if (!attached) return words
  return `_${/^\p{L}+$/u.test(words) ? words : grouped(words)}`
}

function markOf(words: string, before: string, after: string): Settled['mark'] {
  if (!MARK.test(words)) return undefined
  const label = labelOf(words)
  const last = before.slice(-24)
  if (/^[*†‡§¶※#[]/.test(words)) return { label, chance: 'sure' }
  if (!/^\(?\p{Nd}/u.test(words)) {
    const sure = LETTER_MARK.test(words) && LONG_WORD.test(last)
    return { label, chance: sure ? 'sure' : 'possible' }
  }
  if (isStop(last) || YEAR.test(ascii(last))) return { label, chance: 'sure' }
  if (/\p{Nd}$/u.test(last)) return { label, chance: 'possible' }
  const shown = [...label].map((digit) => RAISED.get(digit) ?? '').join('')
  const probe = `${last}${shown}${after.charAt(0)}`
  if (!noteMarks(probe).some(({ start }) => start === last.length)) return undefined
  return { label, chance: /^[23]$/.test(label) ? 'likely' : 'sure' }
}

const isStop = (before: string) => /[.!?,;:،؛؟۔…。，！？»”’"%٪]$/u.test(before)

/** Each character by its counterpart; null when one has none. */
function mapped(words: string, counterparts: ReadonlyMap<string, string>): string | null {
  const found = [...words].map((one) => counterparts.get(one))
  return found.every((one) => one !== undefined) ? found.join('') : null
}

/** Adds brackets unless the words are one letter or number, or have them. */
export function grouped(words: string): string {
  return /^(?:\p{L}\p{M}*|[\p{N}.,٫٬]+|\([^()]*\))?$/u.test(words) ? words : `(${words})`
}

function ascii(words: string): string {
  return words
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
}
