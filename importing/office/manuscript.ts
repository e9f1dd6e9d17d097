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
  /** The final offset of the place, in UTF-16 units of the text. */
  at: (place: BoundaryPoint) => number
}

/** NFC at most halves the length of a text. */
const MAX_WRITTEN = 2 * TEXT_BOUNDS.units

/**
 * Takes words in document order and returns the canonical text with its blocks. Places in it keep their words through
 * trimming, composing and omitted blocks.
 */
export class Manuscript {
  readonly blocks: WrittenBlock[] = []
  /** UTF-16 units received so far, including those later trimmed. */
  written = 0
  private pieces: string[] = []
  private open = 0
  private places: { place: BoundaryPoint; at: number }[] = []

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
    const place: BoundaryPoint = { side, block: -1, offset: 0 }
    this.places.push({ place, at: this.open })
    return place
  }

  /**
   * Ends the open block. A block without words leaves only its places, which move to the next block.
   * @throws ImportProblem too_many_blocks
   */
  endBlock(style: Style): void {
    const { text, offsets } = composed(this.pieces.join(''), this.places)
    const found = blocksOf(text, TEXT_BOUNDS.blocks - this.blocks.length)
    if (!found) throw new ImportProblem('too_many_blocks')
    let index = 0
    offsets.forEach(({ place, at }) => {
      while (index < found.length - 1 && (found[index]?.end ?? 0) < at) index++
      const { start, end } = found[index] ?? { start: 0, end: 0 }
      place.block = this.blocks.length + index
      place.offset = Math.min(Math.max(at - start, 0), end - start)
    })
    for (const { start, end } of found) this.blocks.push({ style, text: text.slice(start, end) })
    this.pieces = []
    this.places = []
    this.open = 0
  }

  /** Returns the text without the omitted blocks; a place in one of those moves to where the text continues. */
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
      at: (place) => {
        const start = starts[place.block] ?? text.length
        return Math.min(omitted.has(place.block) ? start : start + place.offset, text.length)
      },
    }
  }
}

type Placed = { place: BoundaryPoint; at: number }

/** Composes piece by piece between whole letters; the result is the same as composing all at once. */
function composed(raw: string, places: Placed[]): { text: string; offsets: Placed[] } {
  let letter = { from: -1, to: -1 }
  const whole = places.map(({ place, at }) => {
    if (at <= letter.from || at >= letter.to)
      letter = { from: boundaryBefore(raw, at), to: boundaryAfter(raw, at) }
    return { place, at: place.side === 'start' ? letter.from : letter.to }
  })
  const texts: string[] = []
  const offsets: Placed[] = []
  let from = 0
  let length = 0
  for (const { place, at } of whole.sort((a, b) => a.at - b.at)) {
    if (at > from) {
      const text = canonicalText(raw.slice(from, at))
      texts.push(text)
      length += text.length
      from = at
    }
    offsets.push({ place, at: length })
  }
  texts.push(canonicalText(raw.slice(from)))
  return { text: texts.join(''), offsets }
}
