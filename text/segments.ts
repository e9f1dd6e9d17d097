export type Segment = {
  start: number
  end: number
  /** Spans that cover the segment, longest first, so the last one is the innermost. */
  ids: string[]
}

type SpanWithId = { id: string; start: number; end: number }

/**
 * Cuts [from, to) at every start and end of the spans. The result is ordered segments without overlap or gap, each
 * with the spans that cover it, at most the `deepest` innermost ones. Empty spans and those outside the range are
 * left out; offsets in UTF-16 units.
 */
export function segmentText(
  text: string,
  spans: readonly SpanWithId[],
  from = 0,
  to = text.length,
  deepest = Infinity,
): Segment[] {
  if (from >= to) return []
  const inside = spans.filter((span) => span.end > from && span.start < to && span.end > span.start)
  const byStart = [...inside].sort((a, b) => a.start - b.start || outermostFirst(a, b))
  const cuts = new Set([from, to])
  for (const span of inside) {
    if (span.start > from) cuts.add(span.start)
    if (span.end < to) cuts.add(span.end)
  }
  const ordered = [...cuts].sort((a, b) => a - b)
  const segments: Segment[] = []
  let open: SpanWithId[] = []
  let next = 0
  ordered.slice(0, -1).forEach((start, index) => {
    open = open.filter((span) => span.end > start)
    for (let span = byStart[next]; span && span.start <= start; span = byStart[++next]) open.push(span)
    open.sort(outermostFirst)
    segments.push({ start, end: ordered[index + 1] ?? to, ids: innermost(open, deepest) })
  })
  return segments
}

const innermost = (open: readonly SpanWithId[], deepest: number) =>
  (open.length > deepest ? open.slice(-deepest) : open).map((span) => span.id)

function outermostFirst(a: SpanWithId, b: SpanWithId): number {
  return b.end - b.start - (a.end - a.start) || a.start - b.start || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/**
 * The spans that overlap each block, ordered by their starts. Blocks come ordered and disjoint, spans in any order;
 * one pass covers both.
 */
export function withinBlocks<S extends { start: number; end: number }>(
  blocks: readonly { start: number; end: number }[],
  spans: readonly S[],
): S[][] {
  const waiting = spans.toSorted((a, b) => a.start - b.start)
  let next = 0
  let open: S[] = []
  return blocks.map(({ start, end }) => {
    open = open.filter((span) => span.end > start)
    for (let span = waiting[next]; span && span.start < end; span = waiting[++next])
      if (span.end > start) open.push(span)
    return [...open]
  })
}
