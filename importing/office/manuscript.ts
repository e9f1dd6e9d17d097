import { type Block, blocksOf } from '@/text/blocks'
import { TEXT_BOUNDS } from '@/text/bounds'
import { canonicalText } from '@/text/canonical'
import { boundaryAfter, boundaryBefore } from '@/text/grapheme'
import { ImportProblem } from '../incoming'

export type Style = { kind: Block['kind']; level?: number; title?: boolean }
export type WrittenBlock = { style: Style; text: string }

/** A point in the text that is being written; its final offset is known once the text is finished. */
export type BoundaryPoint = { side: 'start' | 'end'; block: number; offset: number }

export type Finished = {
  text: string
  blocks: Block[]
  /** The final offset of the point, in UTF-16 units of the text. */
  at: (point: BoundaryPoint) => number
}

/** NFC at most halves the length of a text. */
const MAX_WRITTEN = 2 * TEXT_BOUNDS.units

/**
 * Takes words in document order and returns the canonical text with its blocks. Points in it keep their words through
 * trimming, composing and omitted blocks.
 */
export class Manuscript {
  readonly blocks: WrittenBlock[] = []
  /** UTF-16 units received so far, including those later trimmed. */
  written = 0
  private pieces: string[] = []
  private open = 0
  private points: PointAt[] = []

  /** @throws ImportProblem too_large when the words exceed what any text of the desk can hold */
  write(words: string): void {
    const kept = words.replaceAll('\ufeff', '')
    this.pieces.push(kept)
    this.open += kept.length
    this.written += kept.length
    if (this.written > MAX_WRITTEN) throw new ImportProblem('too_large', { max: TEXT_BOUNDS.units })
  }

  /** Ends a line inside a block; two in a row end the block. */
  breakLine(): void {
    this.write('\n')
  }

  /** The start or end of a span. It includes the whole of a letter that it would cut. */
  mark(side: BoundaryPoint['side']): BoundaryPoint {
    const point: BoundaryPoint = { side, block: -1, offset: 0 }
    this.points.push({ point, at: this.open })
    return point
  }

  /**
   * Ends the open block. A block without words leaves only its points, which move to the next block.
   * @throws ImportProblem too_many_blocks
   */
  endBlock(style: Style): void {
    const { text, offsets } = composed(this.pieces.join(''), this.points)
    const found = blocksOf(text, TEXT_BOUNDS.blocks - this.blocks.length)
    if (!found) throw new ImportProblem('too_many_blocks')
    let index = 0
    offsets.forEach(({ point, at }) => {
      while (index < found.length - 1 && (found[index]?.end ?? 0) < at) index++
      const { start, end } = found[index] ?? { start: 0, end: 0 }
      point.block = this.blocks.length + index
      point.offset = Math.min(Math.max(at - start, 0), end - start)
    })
    for (const { start, end } of found) this.blocks.push({ style, text: text.slice(start, end) })
    this.pieces = []
    this.points = []
    this.open = 0
  }

  /** Returns the text without the omitted blocks; a point in one of those moves to where the text continues. */
  finish(omitted: ReadonlySet<number> = new Set()): Finished {
    const starts: number[] = []
    const blocks: Block[] = []
    const texts: string[] = []
    let at = 0
    this.blocks.forEach(({ style, text }, index) => {
      starts.push(at)
      if (omitted.has(index)) return
      const { kind, level } = style
      blocks.push({ kind, ...(level !== undefined && { level }), start: at, end: at + text.length })
      texts.push(text)
      at += text.length + 2
    })
    const text = texts.join('\n\n')
    return {
      text,
      blocks,
      at: (point) => {
        const start = starts[point.block] ?? text.length
        return Math.min(omitted.has(point.block) ? start : start + point.offset, text.length)
      },
    }
  }
}

type PointAt = { point: BoundaryPoint; at: number }

/** Composes piece by piece between whole letters; the result is the same as composing all at once. */
function composed(raw: string, points: PointAt[]): { text: string; offsets: PointAt[] } {
  let letter = { from: -1, to: -1 }
  const whole = points.map(({ point, at }) => {
    if (at <= letter.from || at >= letter.to)
      letter = { from: boundaryBefore(raw, at), to: boundaryAfter(raw, at) }
    return { point, at: point.side === 'start' ? letter.from : letter.to }
  })
  const texts: string[] = []
  const offsets: PointAt[] = []
  let from = 0
  let length = 0
  for (const { point, at } of whole.sort((a, b) => a.at - b.at)) {
    if (at > from) {
      const text = canonicalText(raw.slice(from, at))
      texts.push(text)
      length += text.length
      from = at
    }
    offsets.push({ point, at: length })
  }
  texts.push(canonicalText(raw.slice(from)))
  return { text: texts.join(''), offsets }
}
