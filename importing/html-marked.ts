import type { Attributes, HtmlVisitor } from './html-walk'
import type { PieceReader } from './html-pieces'

/** Whether an element marks what is in it, or all that follows it, too. */
export type Marks = (name: string, attributes: Attributes) => 'inside' | 'onwards' | null

/** Notes which pieces stand in marked elements; it is told of each element after `reader` is. */
export class MarkedReader implements HtmlVisitor {
  readonly pieces = new Set<number>()
  private readonly inside: { depth: number; from: number }[] = []
  private onwards: number | null = null

  constructor(
    private readonly reader: PieceReader,
    private readonly marks: Marks,
  ) {}

  open(name: string, attributes: Attributes, depth: number): void {
    const mark = this.marks(name, attributes)
    if (mark === 'inside') this.inside.push({ depth, from: this.count })
    if (mark === 'onwards') this.onwards ??= this.count
  }

  close(_name: string, depth: number): void {
    if (this.inside.at(-1)?.depth === depth) this.add(this.inside.pop()?.from ?? this.count)
  }

  end(): void {
    this.add(Math.min(this.onwards ?? this.count, this.inside[0]?.from ?? this.count))
  }

  private get count(): number {
    return this.reader.manuscript.blocks.length
  }

  private add(from: number): void {
    for (let piece = from; piece < this.count; piece++) this.pieces.add(piece)
  }
}

type Span = { start: number; end: number }

/** The indexes of the blocks that begin in any of the spans, which do not overlap. */
export function blocksIn(blocks: readonly Span[], spans: readonly Span[]): number[] {
  const ordered = [...spans].sort((a, b) => a.start - b.start || a.end - b.end)
  let next = 0
  return blocks.flatMap(({ start }, index) => {
    while ((ordered[next]?.end ?? Infinity) <= start) next++
    return start >= (ordered[next]?.start ?? Infinity) ? [index] : []
  })
}
