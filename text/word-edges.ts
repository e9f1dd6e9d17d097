import { isBoundary } from './grapheme'

/** Characters inside a word that fold away: marks, tatweel, joiners, soft hyphens, direction marks. */
const UNSEEN = /[\p{M}\p{Cf}\u0640]/u
const LETTER = /\p{L}/u
const DIGIT = /\p{N}/u
/** East Asian numerals are letters, and stand without blanks beside the next word. */
const HAN_NUMERAL = /[〇零一二三四五六七八九十百千万萬億亿兆两兩]/u
/** Writing without blanks between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Joins two parts of a word, as in `non-violent`, `don't`, `2019–2020`, `snake_case`. */
const JOINS_WORDS = /['’ʼ\u2010\u2011\u2012_-]/u
/** Joins two parts of a number, as in `5.8`, `12,500`, `10:30`, `1/2`, `2019–2020`. */
const JOINS_DIGITS = /[.,،:/٫٬·×^\u2012\u2013-]/u
/** A no-break blank between groups of three digits, where no comma stands. */
const BLANK_IN_NUMBER = /[\u00a0\u2007\u2009\u202f]/
/** Stands before a number and belongs to it. */
const SIGN = /[-+−–±<>≤≥~≈\p{Sc}#№%‰٪؉]/u
/** Stands after a number and belongs to it. */
const UNIT_SIGN = /[%‰٪؉°′″\p{Sc}+]/u
const BLANK = /[ \u00a0\u202f\u2009]/

/** How many units are searched for the nearest visible letter. No real text has a longer run of marks. */
const FARTHEST = 64

/** Half-open, in UTF-16 units. */
type Span = { start: number; end: number }
type Around = { letter: string; at: number }

function seenBefore(text: string, at: number): Around {
  let from = at
  while (from > 0 && at - from < FARTHEST) {
    const low = text.charCodeAt(from - 1)
    const size = low >= 0xdc00 && low <= 0xdfff && from > 1 ? 2 : 1
    const letter = text.slice(from - size, from)
    from -= size
    if (!UNSEEN.test(letter)) return { letter, at: from }
  }
  return { letter: '', at: from }
}

/** `at` is behind the letter. */
function seenAfter(text: string, at: number): Around {
  let from = at
  while (from < text.length && from - at < FARTHEST) {
    const letter = String.fromCodePoint(text.codePointAt(from) ?? 0)
    from += letter.length
    if (!UNSEEN.test(letter)) return { letter, at: from }
  }
  return { letter: '', at: from }
}

const isWordly = (letter: string) => LETTER.test(letter) || DIGIT.test(letter)

/** A currency of several letters, as in `A$300` and `$US 5`, and a degree with its scale. */
const isWithLetters = (before: string, after: string) =>
  (LETTER.test(before) && /\p{Sc}/u.test(after)) || (/[\p{Sc}°]/u.test(before) && LETTER.test(after))

/** Whether two letters side by side belong to one word or number. */
function areOne(before: string, after: string): boolean {
  if (isWithLetters(before, after)) return true
  if (!isWordly(before) || !isWordly(after)) return false
  if (HAN_NUMERAL.test(before) && HAN_NUMERAL.test(after)) return true
  if (DIGIT.test(before) && DIGIT.test(after)) return true
  return !UNSPACED.test(before) && !UNSPACED.test(after)
}

/** Whether a mark joins the characters on both its sides into one word or number. */
function joins(before: string, mark: string, after: string): boolean {
  const isInNumber = JOINS_DIGITS.test(mark) || BLANK_IN_NUMBER.test(mark)
  if (DIGIT.test(before) && DIGIT.test(after) && isInNumber) return true
  return isWordly(before) && isWordly(after) && JOINS_WORDS.test(mark)
}

/** Whether a stop joins two initials, as in `U.S.`, `z.B.` and `ق.م`. After a whole word it ends a sentence. */
function isBetweenInitials(text: string, [initial, stop, next]: [Around, Around, Around]): boolean {
  if (stop.letter !== '.' || !LETTER.test(initial.letter) || !LETTER.test(next.letter)) return false
  return !isWordly(seenBefore(text, initial.at).letter)
}

/** Whether a sign belongs to the number after it. A hyphen or a range between two words does not. */
function isSigned(text: string, sign: Around, after: string): boolean {
  if (!SIGN.test(sign.letter) || !DIGIT.test(after)) return false
  const before = seenBefore(text, sign.at).letter
  return !isWordly(before) || /\p{Sc}/u.test(sign.letter)
}

/**
 * Whether an offset lies inside a word or a number: between two of its letters or digits, at a mark that joins its
 * parts, or between a number and its sign or unit sign, with one blank at most. A quote cut there would say something
 * else than the text: `5 people` in `15 people`, `4 %` in `-4 %`, `lawful` in `unlawful`.
 */
export function cutsWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  const before = seenBefore(text, at)
  const after = seenAfter(text, at)
  if (areOne(before.letter, after.letter)) return true
  const [farther, next] = [seenBefore(text, before.at), seenAfter(text, after.at)]
  if (joins(farther.letter, before.letter, after.letter)) return true
  if (joins(before.letter, after.letter, next.letter)) return true
  if (isBetweenInitials(text, [farther, before, after])) return true
  if (isBetweenInitials(text, [before, after, next])) return true
  if (isSigned(text, before, after.letter)) return true
  if (SIGN.test(before.letter) && isSigned(text, after, next.letter)) return true
  if (DIGIT.test(before.letter) && UNIT_SIGN.test(after.letter)) return true
  const last = seenAfter(text, next.at).letter
  return isBlankBeforeUnit(farther.letter, before.letter, [after.letter, next.letter, last])
}

/**
 * Whether the blank in `5 %` or `€ 5` belongs to the number; the offset may be on either side of it. A currency that
 * touches the number after it belongs to that number: `1500 €300`.
 */
function isBlankBeforeUnit(
  farther: string,
  before: string,
  [after, next, last]: [string, string, string],
): boolean {
  const unit = /[%‰٪؉°\p{Sc}]/u
  const money = /\p{Sc}/u
  const isUnit = (sign: string, then: string) => unit.test(sign) && !(money.test(sign) && DIGIT.test(then))
  if (BLANK.test(after) && DIGIT.test(before) && isUnit(next, last)) return true
  if (BLANK.test(before) && DIGIT.test(farther) && isUnit(after, next)) return true
  if (BLANK.test(after) && money.test(before) && DIGIT.test(next)) return true
  return BLANK.test(before) && money.test(farther) && DIGIT.test(after)
}

const isEdge = (text: string, at: number) => isBoundary(text, at) && !cutsWord(text, at)

/** Whether a span begins and ends at whole words and numbers. */
export const standsWhole = (text: string, { start, end }: Span): boolean =>
  isEdge(text, start) && isEdge(text, end)

/** The span widened to whole words and numbers. */
export function wholeWords(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  while (!isEdge(text, from)) from--
  while (!isEdge(text, to)) to++
  return { start: from, end: to }
}
