import { directionOf, languageTag } from '@/text/direction'
import { sourceUrl } from '@/text/sources'
import { firstStrong } from '@/text/first-strong'
import type { Said } from '../outline/shape'

/** Characters without a picture, and characters that XML (and so a PDF's properties) forbids. */
const UNPRINTABLE = /[\p{Cc}\ufffe\uffff]/gu
const LINE_BREAK = /\r\n?|[\n\v\f\u0085\u2028\u2029]/
const DIRECTED = /[\u202a-\u202e\u2066-\u2069]/
const OPENING = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/
/** Longer words may break, because they might not fit on a line. */
const MAX_WORD = 24
const LONG_WORD = new RegExp(`\\S{${MAX_WORD + 1},}`, 'gu')
const CODE_PIECE = 4

/**
 * A line for the template. Its pieces form one text, and the line may break between them without a hyphen. `dir` is the
 * direction of this line alone.
 */
type TypesetLine = { pieces: string[]; dir: 'ltr' | 'rtl' }

/** Words ready for typesetting: `lang` and `region` in Typst's form, and `href` for a web address. */
export type Typeset = {
  lines: TypesetLine[]
  dir: 'ltr' | 'rtl'
  lang: string | null
  region: string | null
  code: boolean
  href: string | null
}

/** Reduces a text to one line that fonts can draw. Any white space becomes a space. */
export const plainLine = (text: string) => text.toWellFormed().replace(/\s+/g, ' ').replace(UNPRINTABLE, '')

/** Closes open direction marks, and drops closing marks without an opening one (UAX 9, X1 to X8). */
function balanced(line: string): string {
  if (!DIRECTED.test(line)) return line
  const closers: string[] = []
  let kept = ''
  for (const sign of line) {
    if (OPENING.test(sign)) closers.push(sign >= '\u2066' ? '\u2069' : '\u202c')
    if (sign !== '\u2069' && sign !== '\u202c') kept += sign
    else if (closers.at(-1) === sign) kept += closers.pop() ?? ''
  }
  return kept + closers.reverse().join('')
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Splits a word into letters as people count them. Plain ASCII skips the slow segmenter. */
const graphemes = (word: string) =>
  /^[\x20-\x7e]*$/.test(word) ? [...word] : Array.from(segmenter.segment(word), ({ segment }) => segment)

/** Splits a long word: after punctuation in addresses, else after `size` letters. */
function wordPieces(word: string, size: number): string[] {
  const pieces: string[] = []
  let piece = ''
  let length = 0
  for (const segment of graphemes(word)) {
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

type Language = { lang: string | null; region: string | null; dir: 'ltr' | 'rtl' | null }

const UNKNOWN: Language = { lang: null, region: null, dir: null }

function languageOf(tag: string): Language {
  const known = languageTag(tag)
  const dir = directionOf(tag)
  if (known === null) return { ...UNKNOWN, dir }
  const { language, region = null } = new Intl.Locale(known)
  return { lang: language, region: region?.length === 2 ? region : null, dir }
}

const isSaid = (value: object): value is Said => 'text' in value && 'language' in value

/** Prepares the words of one document. Words without a strong letter take the page's direction. */
export function typesetter(pageDirection: 'ltr' | 'rtl') {
  // Looking up a language is slow, and a document names few languages thousands of times.
  const languages = new Map<string, Language>()

  function known(tag: string | null): Language {
    if (tag === null) return UNKNOWN
    const found = languages.get(tag) ?? languageOf(tag)
    languages.set(tag, found)
    return found
  }

  function words({ text, language, code = false, address = false }: Said): Typeset {
    const checked = address && /^\s*https?:/i.test(text) ? sourceUrl(text) : null
    const { lang, region, dir: own } = known(language)
    const directionAt = (line: string) =>
      code || checked?.ok ? 'ltr' : (own ?? firstStrong(line) ?? pageDirection)
    const lines = text
      .toWellFormed()
      .split(LINE_BREAK)
      .map((line) => balanced(plainLine(line)))
    return {
      lines: lines.map((line) => ({ pieces: piecesOf(line, code), dir: directionAt(line) })),
      dir: directionAt(lines.join(' ')),
      lang,
      region,
      code,
      href: checked?.ok ? checked.url : null,
    }
  }

  /** Prepares each `Said` in a value, and makes every other text a plain line. */
  return function all(value: unknown): unknown {
    if (typeof value === 'string') return plainLine(value)
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(all)
    if (isSaid(value)) return words(value)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, all(one)]))
  }
}
