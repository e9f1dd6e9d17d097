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
  /** The innermost quotation or brackets around this mark; their closing mark may follow it directly. */
  inside: Enclosure | undefined
}

/** How far a rule looks before and after a mark; all lengths in UTF-16 units. */
const SEEN = 60
/** Longer brackets are not an aside, so sentences end in them. */
const LONG_BRACKETS = 300
/** A quotation with fewer words is not a sentence of its own. */
const FEW_WORDS = 4

const OPENING =
  /^[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069"'\u2018\u201c\u201e\u00ab\u2039\u00bf\u00a1\u00a0\u202f([{]+/u
const CONTINUING = /^[,;:\u060c\u061b)\]\u00bb\u201d.!?\u2026\u061f\u06d4]/
const DASH = /^[\p{Pd}\u2212]\s*/u
const WORD_BEFORE = /[\p{L}\p{M}\p{N}\u200c](?:[\p{L}\p{M}\p{N}\u200c.\u0640-]*[\p{L}\p{M}\p{N}\u0640])?$/u
const MARKER = /^\(?(?:[\p{Nd}]{1,3}|[\p{L}]|[ivxIVX]{1,5})[.)]*$/u
const ENDED_BY = /[!?\u061f\u06d4\u3002]/
const ELLIPSIS = /^(?:\.\.+|\.*\u2026[.\u2026]*)$/
const ADDRESS = /^[\w@%+#~:/?&=.,!;*'-]*(?:[@/]|^www\.)[\w@%+#~:/?&=.,!;*'-]*$/i
const ASCII_TOKEN = /[!-~]*$/
const WEB_ENDING = /^(?:Com|Org|Net|Gov|Edu|Info|Io|Js)(?![\p{L}])/u
const CASED = /^(?:\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek})/u
const COMPANY_NEXT = /^(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\p{Lu}[\p{Ll}'\u2019]* \p{Ll}/u
const COMPANY = /^(?:Inc|Ltd|Corp|Co|Bros|Cie|Jr|Sr|etc|Esq|Ph\.D|al|[ap]\.m|A\.M|P\.M)$/
const SAID =
  /^(?:(?:(?!ha[vsd]e? |w(?:as|ere) )\p{L}+ ){0,2}(?:said|says|asked|asks|told|replied|added|wrote|shouted|cried|insisted|answered|wondered|explained|warned|recalled|گفت|پرسید|افزود|نوشت)|هكذا|قالت?|[يت]قول|سألت?|تساءلت?|أجابت?|صرخت?|صاحت?|هتفت?|أضافت?|كتبت?|ردّ?ت?)(?!\p{L})/u
/** Arabic continues like this after a quoted question. */
const ANSWERED = /^ف(?:قالت?|أجابت?|ردّ?ت?)(?!\p{L})/u

/** Whether a sentence ends at a mark. */
export function endsSentence(stop: Stop, context: StopContext): boolean {
  const { text, start, partEnd } = context
  if (stop.next >= partEnd) return true
  if (isNoSentence(text, start, stop)) return false
  const ahead = text.slice(stop.next, Math.min(partEnd, stop.next + SEEN))
  if (CONTINUING.test(ahead)) return false
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
  const word = ahead.replace(OPENING, '')
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
  const { open, close, kind } = inside
  const within = open > start && /[\p{L}\p{N}]/u.test(text.slice(Math.max(start, open - SEEN), open))
  if (close >= stop.end) {
    if (kind === 'brackets') return !within || close - open > LONG_BRACKETS
    return hasWords(text, Math.max(open, start), stop.at) && hasWords(text, stop.next, close)
  }
  const few = !hasWords(text, open, stop.at, FEW_WORDS + 1)
  if (kind === 'brackets') return !(within && few)
  if ((open <= start && SAID.test(next)) || ANSWERED.test(next)) return false
  const name = within && few && ENDED_BY.test(stop.marks)
  return !name || /[:,\u060c]\s?$/.test(text.slice(Math.max(0, open - 2), open)) || /^\p{Lu}/u.test(next)
}

function hasWords(text: string, from: number, to: number, wanted = FEW_WORDS): boolean {
  if (to - from > SEEN * wanted) return true
  return (text.slice(from, to).match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0) >= wanted
}
