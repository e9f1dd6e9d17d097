import { directionOf, languageTag } from '@/domain/text/direction'
import { sourceUrl } from '@/domain/text/sources'
import { firstStrong } from '../first-strong'
import type { Said } from '../outline/shape'

/** What has no picture, and what XML (thus the properties of a PDF) must not hold. */
const UNPRINTABLE = /[\p{Cc}\ufffe\uffff]/gu
const LINE_BREAK = /\r\n?|[\n\v\f\u0085\u2028\u2029]/
const OPENING = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/
/** Longer words are let break, since they might not fit a line. */
const MAX_WORD = 24
const LONG_WORD = new RegExp(`\\S{${MAX_WORD + 1},}`, 'gu')
const CODE_PIECE = 4

/**
 * A line as the template sets it: its pieces are one text, and it may break between them without a hyphen. `dir` is
 * the direction of the line by itself.
 */
type TypesetLine = { pieces: string[]; dir: 'ltr' | 'rtl' }

/** Words ready to be set: `lang` and `region` as Typst knows them, `href` for an address of the web. */
export type Typeset = {
  lines: TypesetLine[]
  dir: 'ltr' | 'rtl'
  lang: string | null
  region: string | null
  code: boolean
  href: string | null
}

/** One line of text in which nothing is left that no font draws; white space of any kind becomes a space. */
export const plainLine = (text: string) => text.toWellFormed().replace(/\s+/g, ' ').replace(UNPRINTABLE, '')

/** Closes what direction marks opened, and drops what they close without having opened it (UAX 9, X1 to X8). */
function balanced(line: string): string {
  const closers: string[] = []
  let kept = ''
  for (const sign of line) {
    if (OPENING.test(sign)) closers.push(sign >= '\u2066' ? '\u2069' : '\u202c')
    if (sign !== '\u2069' && sign !== '\u202c') kept += sign
    else if (closers.at(-1) === sign) kept += closers.pop() ?? ''
  }
  return kept + closers.reverse().join('')
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** A long word in pieces: after the signs that part an address, else at every so many letters as people count them. */
function wordPieces(word: string, size: number): string[] {
  const pieces: string[] = []
  let piece = ''
  let length = 0
  for (const { segment } of graphemes.segment(word)) {
    piece += segment
    length += 1
    if (length >= size || (length > 3 && /[/?&=._-]$/.test(segment))) {
      pieces.push(piece)
      piece = ''
      length = 0
    }
  }
  return piece === '' ? pieces : [...pieces, piece]
}

function piecesOf(line: string, code: boolean): string[] {
  if (code) return wordPieces(line, CODE_PIECE)
  const pieces: string[] = []
  let from = 0
  for (const found of line.matchAll(LONG_WORD)) {
    const [first = '', ...rest] = wordPieces(found[0], MAX_WORD / 2)
    pieces.push(line.slice(from, found.index) + first, ...rest)
    from = found.index + found[0].length
  }
  return from < line.length ? [...pieces, line.slice(from)] : pieces
}

function languageOf(tag: string | null): { lang: string | null; region: string | null } {
  const known = tag === null ? null : languageTag(tag)
  if (known === null) return { lang: null, region: null }
  const { language, region = null } = new Intl.Locale(known)
  return { lang: language, region: region?.length === 2 ? region : null }
}

/** Words of an outline made ready; those without a strong letter go the way of the page. */
export function typeset(said: Said, pageDirection: 'ltr' | 'rtl'): Typeset {
  const { text, language, code = false, address = false } = said
  const checked = address && /^\s*https?:/i.test(text) ? sourceUrl(text) : null
  const own = language === null ? null : directionOf(language)
  const directionAt = (line: string) =>
    code || checked?.ok ? 'ltr' : (own ?? firstStrong(line) ?? pageDirection)
  const lines = text
    .toWellFormed()
    .split(LINE_BREAK)
    .map((line) => balanced(plainLine(line)))
  return {
    ...languageOf(language),
    lines: lines.map((line) => ({ pieces: piecesOf(line, code), dir: directionAt(line) })),
    dir: directionAt(lines.join(' ')),
    code,
    href: checked?.ok ? checked.url : null,
  }
}

const isSaid = (value: object): value is Said => 'text' in value && 'language' in value

/** The same value with each `Said` in it made ready, and each other text a plain line. */
export function typesetAll(value: unknown, pageDirection: 'ltr' | 'rtl'): unknown {
  if (typeof value === 'string') return plainLine(value)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((one) => typesetAll(one, pageDirection))
  if (isSaid(value)) return typeset(value, pageDirection)
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, typesetAll(one, pageDirection)]),
  )
}
