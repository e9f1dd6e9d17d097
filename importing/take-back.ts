import { assemble } from './assemble'
import type { Incoming, LeftOutPiece } from './incoming'

type Read = Pick<Incoming, 'text' | 'blocks' | 'notes' | 'links'>
export type PageRead = Read & { leftOut: LeftOutPiece[] }

/**
 * The text of a page together with pieces that had been left out of it, each at its place. Notes and links keep their words.
 * @param taken indexes in `leftOut`
 */
export function takeBack(page: PageRead, taken: readonly number[]): Read {
  const chosen = new Set(taken)
  const pieces = page.leftOut.filter((_, index) => chosen.has(index))
  const placed = Array.from({ length: page.blocks.length + 1 }, (_, at) => {
    const own = page.blocks.slice(at, at + 1).map(({ start, end, ...form }) => {
      return { ...form, text: page.text.slice(start, end) }
    })
    return { before: pieces.filter((piece) => piece.at === at), own }
  })
  const { text, blocks } = assemble(placed.flatMap(({ before, own }) => [...before, ...own]))
  const shift = (at: number) =>
    pieces.reduce((sum, piece) => (piece.at <= at ? sum + piece.text.length + 2 : sum), 0)
  const moved = <Span extends { start: number; end: number }>(span: Span): Span => {
    const first = page.blocks.findLastIndex((block) => block.start <= span.start)
    const last = page.blocks.findLastIndex((block) => block.start < span.end)
    const start = span.start + shift(first)
    return { ...span, start, end: span.end === span.start ? start : span.end + shift(last) }
  }
  return { text, blocks, notes: page.notes.map(moved), links: page.links?.map(moved) }
}

/** The pieces that stay out, each at its place in the text with those taken back. */
export function stillLeftOut(page: PageRead, taken: readonly number[]): LeftOutPiece[] {
  const chosen = new Set(taken)
  return page.leftOut.flatMap((piece, index) => {
    if (chosen.has(index)) return []
    const before = taken.filter((one) => {
      const other = page.leftOut[one]
      return other !== undefined && (other.at < piece.at || (other.at === piece.at && one < index))
    })
    return { ...piece, at: piece.at + new Set(before).size }
  })
}

/**
 * The same change made to a text that somebody has edited: new pieces are put after the block that they follow, or at
 * the end where its words are gone; pieces that are given up leave where they stand unchanged.
 */
export function takeBackInEdited(
  edited: string,
  page: PageRead,
  before: readonly number[],
  now: readonly number[],
) {
  let text = edited
  for (const index of before.filter((one) => !now.includes(one))) {
    const words = page.leftOut[index]?.text ?? ''
    const at = onlyAt(text, words)
    if (words !== '' && at !== -1)
      text = `${text.slice(0, at).trimEnd()}\n\n${text.slice(at + words.length).trimStart()}`.trim()
  }
  for (const index of now.filter((one) => !before.includes(one)).sort((a, b) => a - b)) {
    const piece = page.leftOut[index]
    if (!piece) continue
    const end = endBefore(text, page, now, index)
    const rest = text.slice(end).trimStart()
    text = [text.slice(0, end), piece.text, rest].filter((part) => part !== '').join('\n\n')
  }
  return text
}

/**
 * Where a piece goes in an edited text: after the last piece taken back at its place, or after the block before it; the
 * start of the text before the first block.
 */
function endBefore(text: string, page: PageRead, now: readonly number[], index: number): number {
  const at = page.leftOut[index]?.at ?? 0
  const block = page.blocks[at - 1]
  const neighbours = page.leftOut
    .filter((piece, other) => piece.at === at && other < index && now.includes(other))
    .map((piece) => piece.text)
  const words = [...(block ? [page.text.slice(block.start, block.end)] : []), ...neighbours]
  const ends = words.map((one) => ({ from: onlyAt(text, one), units: one.length }))
  const found = ends.findLast(({ from }) => from !== -1)
  if (found) return found.from + found.units
  return block ? text.trimEnd().length : 0
}

/** The place of words that occur once; -1 for others. */
function onlyAt(text: string, words: string): number {
  const at = text.indexOf(words)
  return at !== -1 && text.indexOf(words, at + 1) === -1 ? at : -1
}
