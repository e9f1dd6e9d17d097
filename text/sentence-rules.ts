import { abbreviationOf, beginsWithOpener } from './abbreviations'
import type { Enclosure } from './quotations'
import type { Stop } from './sentence-stops'

/** The context of a sentence mark. */
export type StopContext = {
  text: string
  language: string
  /** The start of the sentence that may end here. */
  start: number
  /** The end of this part of the text; nothing after it counts. */
  partEnd: number
  /** The innermost quotation or brackets around this mark. Their closing mark may directly follow it. */
  inside: Enclosure | undefined
  /** Whether a quotation mark or bracket at an offset opens. */
  opens: (at: number) => boolean
}

/** How far a rule looks before and after a mark; all lengths in UTF-16 units. */
const SEEN = 60
/** Longer brackets are not an aside, so sentences end in them. */
const LONG_BRACKETS = 300
/** A quotation with fewer words is not a sentence of its own. */
const FEW_WORDS = 4

const OPENING =
  /^[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069"'\u201d\u00bb\u203a\u00bf\u00a1\u00a0\u202f\p{Ps}\p{Pi}]+/u
const CONTINUING =
  /^(?:[,;:\u060c\u061b.!?\u2026\u061f\u06d4\u3001\u3002\uff0c\uff1a\uff1b\uff01\uff1f]|\p{Pe})/u
/** A mark that closes a quotation, unless its position shows that it opens one. */
const QUOTATION_MARK = /^[\u00ab\u00bb\u201c\u201d]/
/** Marks of writing without blanks between sentences. */
const UNSPACED_MARK = /[\u3002\uff01\uff1f\uff61]/
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const UNSPACED_LETTERS = new RegExp(UNSPACED, 'gu')
const DASH = /^[\p{Pd}\u2212]\s*/u
const WORD_BEFORE = /[\p{L}\p{M}\p{N}\u200c](?:[\p{L}\p{M}\p{N}\u200c.\u0640-]*[\p{L}\p{M}\p{N}\u0640])?$/u
const MARKER = /^\(?(?:[\p{Nd}]{1,3}|[\p{L}]|[ivxIVX]{1,5})[.)]*$/u
const ENDED_BY = /[!?\u061f\uff01\uff1f]/
const ELLIPSIS = /^(?:\.\.+|\.*\u2026[.\u2026]*)$/
const ADDRESS = /^[\w@%+#~:/?&=.,!;*'-]*(?:[@/]|^www\.)[\w@%+#~:/?&=.,!;*'-]*$/i
const ASCII_TOKEN = /[!-~]*$/
const WEB_ENDING = /^(?:Com|Org|Net|Gov|Edu|Info|Io|Js)(?![\p{L}])/u
const CASED = /^(?:\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek})/u
const COMPANY_NEXT = /^(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\p{Lu}[\p{Ll}'\u2019]* \p{Ll}/u
const COMPANY = /^(?:Inc|Ltd|Corp|Co|Bros|Cie|Jr|Sr|etc|Esq|Ph\.D|al|[ap]\.m|A\.M|P\.M)$/
const SAID =
  /^(?:(?:(?!ha[vsd]e? |w(?:as|ere) )\p{L}+ ){0,2}(?:said|says|asked|asks|told|replied|added|wrote|shouted|cried|insisted|answered|wondered|explained|warned|recalled|گفت|پرسید|افزود|نوشت)|هكذا|قالت?|[يت]قول|سألت?|تساءلت?|أجابت?|صرخت?|صاحت?|هتفت?|أضافت?|كتبت?|ردّ?ت?)(?!\p{L})/u
/** In Chinese, a few letters before the next mark tell who spoke. */
const SAID_UNSPACED =
  /^\p{Script=Han}{0,8}(?:说|說|问|問|道|喊|答|表示|回答|称|稱|写道)(?=[\u3002\uff0c\uff1a\uff01\uff1f])/u
/** A Japanese particle after a quotation includes it in the sentence; words that begin with the same letter do not. */
const REPORTED = /^(?:と(?!ころ|ても|も)|って|を|に(?!わか)|は(?!い|じめ)|が|の(?!ち)|など|から)/u
/** In scripts without capitals, a preposition shows that the sentence goes on after a few quoted words. */
const GOES_ON_AR =
  /^(?:في|من|على|إلى|الى|عن|مع|خلال|بعد|قبل|منذ|أمام|امام|حول|ضد|بحسب|وفق|حيث|التي|الذي|در|از|به|با|برای)(?!\p{L})/u
/** Arabic continues like this after a quoted question. */
const ANSWERED = /^ف(?:قالت?|أجابت?|ردّ?ت?)(?!\p{L})/u

/** Whether a sentence ends at a mark. */
export function endsSentence(stop: Stop, context: StopContext): boolean {
  const { text, start, partEnd } = context
  if (stop.next >= partEnd) return true
  if (isNoSentence(text, start, stop)) return false
  const ahead = text.slice(stop.next, Math.min(partEnd, stop.next + SEEN))
  if (CONTINUING.test(ahead)) return false
  if (QUOTATION_MARK.test(ahead) && !context.opens(stop.next)) return false
  const here = text.slice(Math.max(start, stop.at - SEEN), stop.at)
  if (stop.next === stop.end && !mayBeGlued(stop, here, ahead)) return false
  const next = ahead.replace(OPENING, '').trimStart().replace(DASH, '').replace(OPENING, '').trimStart()
  if (/^\p{Ll}/u.test(next) && !/\p{Script=Arabic}{2}$/u.test(here)) return false
  if (stop.marks === '.' && !endsWithFullStop(here, next, context.language)) return false
  if (ELLIPSIS.test(stop.marks) && !endsWithEllipsis(next)) return false
  return endsInside(stop, context, next)
}

/** Whether it is only a list number, or signs without a letter. */
function isNoSentence(text: string, start: number, { end }: Stop): boolean {
  if (end - start > SEEN) return false
  const written = text.slice(start, end)
  return MARKER.test(written) || isWordless(written)
}

export function isWordless(written: string): boolean {
  return !/[\p{L}\p{N}]/u.test(written)
}

/** Without white space after it, a mark ends a sentence only between words: not in addresses, numbers, "U.S.-led". */
function mayBeGlued({ marks }: Stop, here: string, ahead: string): boolean {
  if (/^[!-~]/.test(ahead) && ADDRESS.test(ASCII_TOKEN.exec(here)?.[0] ?? '')) return false
  if (UNSPACED_MARK.test(marks)) return true
  const word = ahead.replace(OPENING, '')
  if (/^[!?]/.test(marks) && UNSPACED.test(here.slice(-1))) return /^[\p{L}\p{N}]/u.test(word)
  if (!/^[.\u2026]/.test(marks)) return /^\p{L}/u.test(word)
  if (!CASED.test(word)) return /^\p{L}(?!\u0640?\.)/u.test(word)
  return /\S$/.test(here) && /^(?:\p{Lu}\p{Ll}|[IA] )/u.test(word) && !WEB_ENDING.test(word)
}

function endsWithFullStop(here: string, next: string, language: string): boolean {
  const word = WORD_BEFORE.exec(here)?.[0]
  if (word === undefined) return true
  const kind = abbreviationOf(word, here.slice(0, -word.length), language)
  if (kind === 'never_ends') return false
  if (kind === 'before_number') return !/^(?:\p{Nd}|[IVXLC]+(?!\p{L}))/u.test(next)
  if (kind === 'may_end') return beginsWithOpener(next) || (COMPANY.test(word) && COMPANY_NEXT.test(next))
  return true
}

/** Where letters have no case, an ellipsis is mostly a pause. */
function endsWithEllipsis(next: string): boolean {
  return /^\p{Lu}/u.test(next) || beginsWithOpener(next)
}

/**
 * Decides inside quotations and brackets. Brackets within a sentence belong to it. A quotation of several sentences
 * is several; a quotation of a word or two is none. The words that say who spoke belong to the quoted sentence.
 */
function endsInside(stop: Stop, { text, start, inside }: StopContext, next: string): boolean {
  if (!inside) return true
  if (inside.kind === 'title') return false
  const { open, close, kind } = inside
  const within = open > start && /[\p{L}\p{N}]/u.test(text.slice(Math.max(start, open - SEEN), open))
  if (close >= stop.end) {
    if (kind === 'brackets') return !within || close - open > LONG_BRACKETS
    return hasWords(text, Math.max(open, start), stop.at) && hasWords(text, stop.next, close)
  }
  const few = !hasWords(text, open, stop.at, FEW_WORDS + 1)
  if (kind === 'brackets') return !(within && few) || isAsideWithStop(stop, text, open, next)
  if ((open <= start && saysWho(stop, next)) || ANSWERED.test(next)) return false
  if (REPORTED.test(next)) return false
  if (within && few && GOES_ON_AR.test(next)) return false
  const name = within && few && ENDED_BY.test(stop.marks)
  return (
    !name ||
    /[:,\u060c\uff1a\uff0c]\s?$/.test(text.slice(Math.max(0, open - 2), open)) ||
    /^\p{Lu}/u.test(next)
  )
}

/**
 * Whether the words after a quotation tell who spoke. A capital there begins a new sentence: after a full stop always,
 * after other marks unless the word is a name.
 */
function saysWho({ marks }: Stop, next: string): boolean {
  const capital = /^\p{Lu}/u.test(next) && !/^I(?!\p{L})/u.test(next)
  if (capital && (marks === '.' || beginsWithOpener(next))) return false
  return SAID.test(next) || SAID_UNSPACED.test(next)
}

/** A few words in brackets with a stop of their own, before a capital; a single one is an abbreviation: "(ret.)". */
function isAsideWithStop({ marks, at }: Stop, text: string, open: number, next: string): boolean {
  if (marks !== '.') return false
  return beginsWithOpener(next) || (/^\p{Lu}/u.test(next) && hasWords(text, open, at, 2))
}

/** In writing without blanks, two letters count as a word. */
function hasWords(text: string, from: number, to: number, wanted = FEW_WORDS): boolean {
  if (to - from > SEEN * wanted) return true
  const written = text.slice(from, to)
  const unspaced = written.match(UNSPACED_LETTERS)?.length ?? 0
  if (unspaced >= 2 * wanted) return true
  return (
    unspaced / 2 + (written.replace(UNSPACED_LETTERS, ' ').match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0) >= wanted
  )
}
