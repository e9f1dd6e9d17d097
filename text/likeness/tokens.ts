import { asciiDigits } from '../digits'
import { foldSearchWord } from '../fold-word'
import type { Span } from '../locate'
import { STOP_WORDS } from './stop-words'
import { bareWord } from './terms'

/** A word, a number or a mark, with how it is told from others: numbers by their digits, words folded for search. */
export type Token = Span & {
  kind: 'word' | 'number' | 'mark'
  written: string
  /** The word folded, without what Arabic joins to its front in `bare`. */
  folded: string
  bare: string
  /** White space stands before it. */
  apart: boolean
}

/** A passage that is compared: the words that count in it, and the text around them. */
export type Side = { text: string; span: Span }

const UNSEEN = /[\p{Cf}\u0640]/gu
const NUMBER =
  /(?<!\p{Nd})\p{Nd}{1,3}(?:[ \u00a0\u202f\u2009]\p{Nd}{3})+(?!\p{Nd})|\p{Nd}+(?:[.,٫٬]\p{Nd}+)*[⁰¹²³⁴-⁹]*|[¼-¾⅐-⅞]/u
const TOKEN = new RegExp(
  `(${NUMBER.source})|(\\p{Script=Latin}[\\p{Script=Latin}\\p{M}]*\\p{Nd}[\\p{Script=Latin}\\p{M}\\p{Nd}]*|[\\p{L}\\p{M}]+(?:['’ʼ][\\p{L}\\p{M}]+)*)|[^\\s\\p{L}\\p{M}\\p{N}]|\\p{N}`,
  'gu',
)

/** A text without characters that nobody sees. */
export const seen = (text: string) => text.replace(UNSEEN, '')

/** The same passage without characters that nobody sees, its span moved along. */
export function seenSide({ text, span }: Side): Side {
  const start = seen(text.slice(0, span.start)).length
  const end = start + seen(text.slice(span.start, span.end)).length
  return { text: seen(text), span: { start, end } }
}

/** The tokens of a text without unseen characters. */
export function tokensOf(text: string): Token[] {
  return [...asciiDigits(text).matchAll(TOKEN)].map(([found, number, word], index, all) => {
    const start = all[index]?.index ?? 0
    const end = start + found.length
    const kind = number !== undefined ? 'number' : word !== undefined ? 'word' : 'mark'
    const folded = kind === 'word' ? foldSearchWord(found).replace(/[’ʼ]/g, "'") : found
    return {
      kind,
      start,
      end,
      written: text.slice(start, end),
      folded,
      bare: kind === 'word' ? bareWord(folded) : found,
      apart: start === 0 || /\s/.test(text.charAt(start - 1)),
    }
  })
}

/** The search fold makes one word of على, which joins, and of the name علي. */
const NAME_LIKE_A_JOINER = 'علي'

/** The word without a joined "and" or "so". */
export const withoutAnd = (folded: string): string => folded.replace(/^[وف](?=.{2})/, '')

/** Whether a token tells what a statement is about: a figure, or a word that does not only join others. */
export function isTelling(token: Token): boolean {
  if (token.kind === 'mark') return false
  if (token.written === NAME_LIKE_A_JOINER) return true
  return ![token.folded, token.bare, withoutAnd(token.folded)].some((word) => STOP_WORDS.has(word))
}
