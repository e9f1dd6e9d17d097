import type { Cell } from '@/text/blocks'
import type { Piece } from '../assemble'
import type { Line } from './runs'
import { isRightToLeft } from './letters'

/** In font sizes. */
const INDENT = 0.9
const LEADING_GAP = 1.25
const HEADING = 1.12
const ENDS = /[.!?…:;؟؛۔。！？][\s"'”’»)\]]*$/u
const HYPHEN = /(?<=\p{L})[-\u2010\u00ad]$/u
const BULLET = /^(?:[•◦▪▫●○■□‣⁃∙➢✓]\s*|[·*–-]\s+)(?=\S)/u

/** `hyphens` are the words that were joined. */
export type Paragraphs = { pieces: Piece[]; hyphens: string[] }

/**
 * Joins the lines of a document, in reading order, to paragraphs. A paragraph ends at a wider gap, an indent, another
 * size of letters, or a short line that ends a sentence or had room for the next word; it goes on over the end of a
 * column or page.
 */
export function paragraphsOf(lines: readonly Line[], cells: ReadonlyMap<Line, Cell>): Paragraphs {
  const body = usual(lines.map(({ size }) => Math.round(size * 2) / 2))
  const leading = leadingOf(lines, cells)
  const words = wordsWithHyphen(lines)
  const found: Paragraphs = { pieces: [], hyphens: [] }
  let open: Line[] = []
  const end = () => {
    if (open.length > 0) found.pieces.push(pieceOf(open, { body, cells, words, found }))
    open = []
  }
  lines.forEach((line, index) => {
    const last = open.at(-1)
    if (last && begins(line, last, { lines, index, leading, cells, body, first: open[0] ?? last })) end()
    open.push(line)
  })
  end()
  return found
}

/**
 * The distance from one line of a paragraph to the next: the smallest of those that are about as frequent as any,
 * because in a text of short paragraphs the gaps between them are frequent too.
 */
function leadingOf(lines: readonly Line[], cells: ReadonlyMap<Line, Cell>): number {
  const counts = new Map<number, number>()
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (
      !before ||
      line.begins !== undefined ||
      before.page !== line.page ||
      before.y <= line.y ||
      cells.has(line) ||
      cells.has(before)
    )
      return
    if (Math.abs(before.size - line.size) > 0.08 * line.size) return
    const distance = Math.round((before.y - line.y) * 2) / 2
    counts.set(distance, (counts.get(distance) ?? 0) + 1)
  })
  const most = Math.max(0, ...counts.values())
  return Math.min(
    ...[...counts].filter(([, count]) => count * 2 >= most).map(([distance]) => distance),
    Infinity,
  )
}

type Around = {
  lines: readonly Line[]
  index: number
  leading: number
  cells: ReadonlyMap<Line, Cell>
  body: number
  /** The first line of the open paragraph. */
  first: Line
}

function begins(line: Line, last: Line, { lines, leading, cells, index, body, first }: Around): boolean {
  if (cells.has(line) || cells.has(last) || BULLET.test(line.text) || line.begins !== undefined) return true
  if (Math.abs(line.size - last.size) > 0.08 * last.size) return true
  if (ENDS.test(last.text) && turnsRound(last.text, line.text)) return true
  const column = columnOf(lines, index)
  const indented = isIndented(line, column) && !isBelowItem(line, first)
  const apart = line.page !== last.page || line.y >= last.y || line.x > last.right || line.right < last.x
  const isShort = isRightToLeft(last.text)
    ? last.x > column.left + 4 * last.size
    : last.right < column.right - 4 * last.size
  if (apart) return ENDS.test(last.text) ? isShort || indented || !goesOn(line) : isShort && !goesOn(line)
  if (last.y - line.y > LEADING_GAP * (Number.isFinite(leading) ? leading : line.size * 1.3)) return true
  const ended =
    ENDS.test(last.text) || (last.size < HEADING * body && hadRoom(line, last, lines[index - 2], column))
  return indented || (isShort && ended)
}

/**
 * Whether the next word would have fitted on the line, so that its writer ended it. Lines beside a picture have room
 * too, but end near each other.
 */
function hadRoom(line: Line, last: Line, before: Line | undefined, column: { left: number; right: number }) {
  if (goesOn(line)) return false
  const isRtl = isRightToLeft(last.text)
  const endOf = (one: Line) => (isRtl ? -one.x : one.right)
  const besides = [line, ...(before && before.page === last.page && before.y > last.y ? [before] : [])]
  if (besides.some((one) => Math.abs(endOf(one) - endOf(last)) < 4 * last.size)) return false
  const [word = ''] = line.text.split(' ', 1)
  const room = (isRtl ? -column.left : column.right) - endOf(last)
  return room > (line.width * (word.length + 1)) / Math.max(line.text.length, 1) + last.size
}

/** Whether the letters of one line go from left to right and those of the next from right to left, or the other way. */
function turnsRound(before: string, after: string): boolean {
  const [was, is] = [mainDirection(before), mainDirection(after)]
  return was !== null && is !== null && was !== is
}

function mainDirection(text: string): 'ltr' | 'rtl' | null {
  const letters = text.match(/\p{L}/gu) ?? []
  const rtl = letters.filter((letter) => isRightToLeft(letter)).length
  return letters.length === 0 ? null : rtl * 2 > letters.length ? 'rtl' : 'ltr'
}

/** The further lines of a list item begin where its words do, behind the label. */
const isBelowItem = (line: Line, { begins: at }: Line) =>
  at !== undefined && Math.abs((isRightToLeft(line.text) ? line.right : line.x) - at) < line.size / 2

/** A lower-case letter begins no paragraph. */
const goesOn = ({ text }: Line) => /^["'“‘«(]?\p{Ll}/u.test(text)

/** The ends of the lines near one that overlap with it: those of its column. */
function columnOf(lines: readonly Line[], index: number): { left: number; right: number } {
  const line = lines[index]
  const near = lines.slice(Math.max(0, index - 12), index + 13).filter((one) => {
    // The label of an item may hang outside the text.
    return (
      line && one.begins === undefined && one.page === line.page && one.x < line.right && one.right > line.x
    )
  })
  return {
    left: Math.min(...near.map(({ x }) => x)),
    right: Math.max(...near.map(({ right }) => right)),
  }
}

function isIndented(line: Line, { left, right }: { left: number; right: number }): boolean {
  const by = isRightToLeft(line.text) ? right - line.right : line.x - left
  // A centred line stands away from both ends.
  return by > INDENT * line.size && by < 6 * line.size
}

type Facts = { body: number; cells: ReadonlyMap<Line, Cell>; words: ReadonlySet<string>; found: Paragraphs }

function pieceOf(lines: readonly Line[], { body, cells, words, found }: Facts): Piece {
  const [first] = lines
  let text = first?.text ?? ''
  for (const line of lines.slice(1)) {
    if (HYPHEN.test(text) && /^\p{Ll}/u.test(line.text)) {
      const [start = ''] = /[\p{L}\p{M}-]+[-\u2010\u00ad]$/u.exec(text) ?? []
      const [rest = ''] = /^[\p{L}\p{M}]+/u.exec(line.text) ?? []
      const kept = !text.endsWith('\u00ad') && words.has(`${start.slice(0, -1)}-${rest}`.toLowerCase())
      text = `${text.slice(0, kept ? undefined : -1)}${line.text}`
      if (!kept) found.hyphens.push(`${start.slice(0, -1)}${rest}`)
    } else text += ` ${line.text}`
  }
  const cell = first && cells.get(first)
  if (cell) return { kind: 'table_cell', text, cell }
  if (BULLET.test(text)) return { kind: 'list_item', text: text.replace(BULLET, '') }
  if (first?.begins !== undefined) return { kind: 'list_item', text }
  const isHeading =
    first !== undefined && first.size >= HEADING * body && text.length < 300 && lines.length <= 4
  return isHeading
    ? { kind: 'heading', level: first.size >= 1.6 * body ? 1 : 2, text }
    : { kind: 'paragraph', text }
}

/** The words that are written with a hyphen inside a line. */
function wordsWithHyphen(lines: readonly Line[]): Set<string> {
  const all = lines.flatMap(({ text }) => text.match(/\p{L}+(?:[-\u2010]\p{L}+)+/gu) ?? [])
  return new Set(all.map((word) => word.replaceAll('\u2010', '-').toLowerCase()))
}

/** The most frequent value; 0 without any. */
function usual(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0
}
