import type { Block } from './blocks'
import type { Span } from './locate'

/**
 * Replaces the words of a span and moves the text's blocks along. Blocks that the span touches become one; a block
 * without words disappears.
 */
export function replaceSpan(
  text: string,
  blocks: readonly Block[],
  { start, end }: Span,
  words: string,
): { text: string; blocks: Block[] } {
  const shift = words.length - (end - start)
  const kept: Block[] = []
  let touched: Block | undefined
  for (const block of blocks) {
    if (block.end < start || (block.end === start && block.end < end)) kept.push({ ...block })
    else if (block.start >= end) kept.push({ ...block, start: block.start + shift, end: block.end + shift })
    else if (touched) touched.end = Math.max(touched.end, block.end + shift)
    else kept.push((touched = { ...block, end: Math.max(block.end, end) + shift }))
  }
  return {
    text: text.slice(0, start) + words + text.slice(end),
    blocks: kept.filter((block) => block.end > block.start),
  }
}
