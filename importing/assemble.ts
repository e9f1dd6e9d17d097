import type { Block } from '@/text/blocks'

/** One block of a text before it has offsets; `text` is canonical, without blank lines or white space at its ends. */
export type Piece = Pick<Block, 'kind' | 'level' | 'cell'> & { text: string }

/** Joins the pieces into one text, with one blank line between them. */
export function assemble(pieces: readonly Piece[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = []
  let at = 0
  for (const { kind, level, cell, text } of pieces) {
    const form = { kind, ...(level !== undefined && { level }), ...(cell && { cell }) }
    blocks.push({ ...form, start: at, end: at + text.length })
    at += text.length + 2
  }
  return { text: pieces.map((piece) => piece.text).join('\n\n'), blocks }
}
