import { markedCopy } from '@/domain/marked-copy/rules'
import type { MarkedCopy } from '@/domain/marked-copy/shape'
import { blocksOf, type Block } from '@/text/blocks'
import { someClaim, someContent, type Given } from './report'

/** A marked copy outside any database, of claims as `someContent` takes them. */
export function someCopy({
  text,
  blocks,
  ...given
}: Omit<Given, 'text'> & { text: string; blocks?: Block[] }): MarkedCopy {
  const content = someContent({ ...given, text })
  return markedCopy({ content, text, headline: content.article.title, blocks: blocks ?? blocksOf(text) })
}

/** A disputed claim on the words of a text, at one of their copies. */
export function disputedAt(
  text: string,
  quote: string,
  fields: Partial<Parameters<typeof someClaim>[0]> & { copy?: number } = {},
) {
  const { copy = 0, ...more } = fields
  let start = -1
  for (let found = 0; found <= copy; found++) start = text.indexOf(quote, start + 1)
  if (start === -1) throw new Error(`not in the text: ${quote}`)
  return someClaim({ status: 'disputed', quote, start, end: start + quote.length, ...more })
}
