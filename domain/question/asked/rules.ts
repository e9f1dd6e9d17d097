import type { Block } from '@/text/blocks'
import type { Span } from '@/text/locate'
import type { Row } from '@/text/revise/compare'
import { segmentText } from '@/text/segments'
import type { TextBlock } from './shape'

/** The words of the new text that the old one did not have. */
export function freshSpans(rows: readonly Row[]): Span[] {
  return rows.flatMap((row): Span[] => {
    if (row.kind === 'added') return [row.fresh]
    if (row.kind !== 'changed') return []
    return row.runs.flatMap((run) => (run.kind === 'added' ? [run.fresh] : []))
  })
}

type NumberedSpan = Span & { number: number }

/**
 * Cuts a text into the blocks and runs that an expert reads: the words asked about, with the number of their part where
 * they begin, and the words that are new.
 */
export function blocksToRead(
  text: string,
  blocks: readonly Block[],
  asked: readonly NumberedSpan[],
  fresh: readonly Span[],
): TextBlock[] {
  const marks = [
    ...asked.map(({ start, end, number }) => ({ start, end, id: `asked:${number}` })),
    ...fresh.map(({ start, end }, index) => ({ start, end, id: `fresh:${index}` })),
  ]
  return blocks.map(({ kind, level, start, end }) => ({
    kind,
    level,
    runs: segmentText(text, marks, start, end).map((run) => ({
      text: text.slice(run.start, run.end),
      opening: asked
        .filter((one) => Math.max(one.start, start) === run.start && one.end > run.start)
        .map(({ number }) => number),
      asked: run.ids.some((id) => id.startsWith('asked:')),
      fresh: run.ids.some((id) => id.startsWith('fresh:')),
    })),
  }))
}
