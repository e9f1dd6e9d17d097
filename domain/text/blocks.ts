import { wholeLetters } from './grapheme'

export const BLOCK_KINDS = ['heading', 'paragraph', 'list_item', 'quote', 'table_cell'] as const

/** One piece of an article's text; offsets half-open in UTF-16 units, without the line breaks around it. */
export type Block = {
  kind: (typeof BLOCK_KINDS)[number]
  /** 1 to 6, for headings. */
  level?: number
  start: number
  end: number
}

/** The paragraphs of canonical plain text, which blank lines set apart. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let at = 0
  let open: Block | undefined
  for (const line of text.split('\n')) {
    const written = line.trim()
    if (written === '') {
      open = undefined
    } else {
      const start = at + line.indexOf(written)
      if (open) open.end = start + written.length
      else blocks.push((open = { kind: 'paragraph', start, end: start + written.length }))
    }
    at += line.length + 1
  }
  return blocks.map((block) => ({ ...block, ...wholeLetters(text, block) }))
}
