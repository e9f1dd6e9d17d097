import { canonicalText } from '@/text/canonical'
import { fold } from '@/text/fold'
import type { Piece } from './assemble'

const TITLE_UNITS = 500
const LOOKED_AT = 10

/** A title or name on one line, cut to the length of the desk's field. */
export function oneLine(text: string, max = TITLE_UNITS): string {
  const line = canonicalText(text.slice(0, 4 * max))
    .replace(/[\u200b\ufeff\p{Cc}\s]+/gu, ' ')
    .trim()
  return line.slice(0, max).toWellFormed()
}

/** The first-level headings at the beginning of a text, one line each. */
export function mainHeadings(pieces: readonly Piece[]): string[] {
  return pieces
    .filter((piece) => piece.kind === 'heading' && piece.level === 1)
    .slice(0, LOOKED_AT)
    .map((piece) => oneLine(piece.text))
}

/** Whether one contains the other, ignoring letter case, quotes and invisible characters. */
export function says(text: string, words: string): boolean {
  return comparable(text).includes(comparable(words))
}

/**
 * The index of a heading that only repeats the title, a main heading or a heading before any other text; -1 without
 * one.
 */
export function titleAgain(pieces: readonly Piece[], title: string): number {
  const wanted = comparable(title)
  if (wanted === '') return -1
  const prose = pieces.findIndex((piece) => piece.kind !== 'heading')
  return pieces.findIndex(
    (piece, index) =>
      piece.kind === 'heading' &&
      (piece.level === 1 || prose === -1 || index < prose) &&
      comparable(piece.text) === wanted,
  )
}

/** Removes a heading that only repeats the title. */
export function withoutTitle<Kept extends Piece>(pieces: readonly Kept[], title: string): Kept[] {
  const again = titleAgain(pieces, title)
  return pieces.filter((_, index) => index !== again)
}

function comparable(text: string): string {
  return fold(oneLine(text)).folded.toLowerCase()
}
