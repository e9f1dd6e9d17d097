import { wholeLetters } from './grapheme'

export const BLOCK_KINDS = [
  'heading',
  'standfirst',
  'paragraph',
  'list_item',
  'quote',
  'pull_quote',
  'caption',
  'table_cell',
] as const

/** The place of a cell in its table, counted from 0. */
export type Cell = {
  row: number
  column: number
  /** How many rows and columns it goes over, if more than one. */
  rows?: number
  columns?: number
  /** It names its row or column. */
  head?: true
}

/** One block of an article's text; half-open UTF-16 offsets, without the line breaks around it. */
export type Block = {
  kind: (typeof BLOCK_KINDS)[number]
  /** 1 to 6, for headings. */
  level?: number
  /** For what stands in a table, where its place is known. */
  cell?: Cell
  start: number
  end: number
}

/** Yields lines one by one, so that a caller can stop early without splitting the rest. */
export function* linesOf(text: string): Generator<string, void> {
  let from = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
    yield text.slice(from, at)
    from = at + 1
  }
  yield text.slice(from)
}

/** The paragraphs of canonical plain text, separated by blank lines; null when there are more than `most`. */
export function blocksOf(text: string): Block[]
export function blocksOf(text: string, most: number): Block[] | null
export function blocksOf(text: string, most = Infinity): Block[] | null {
  const blocks: Block[] = []
  let at = 0
  let open: Block | undefined
  for (const line of linesOf(text)) {
    const written = line.trim()
    if (written === '') {
      open = undefined
    } else {
      const start = at + line.indexOf(written)
      if (open) open.end = start + written.length
      else if (blocks.length === most) return null
      else blocks.push((open = { kind: 'paragraph', start, end: start + written.length }))
    }
    at += line.length + 1
  }
  return blocks.map((block) => ({ ...block, ...wholeLetters(text, block) }))
}
