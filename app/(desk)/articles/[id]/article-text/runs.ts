import type { TextLink } from '@/domain/revision/links/links'
import type { Span } from '@/text/locate'
import { segmentText } from '@/text/segments'

type ClaimSpan = Span & { id: string }

/** Words of a block that have the same claims, the same open sentence and the same link. */
export type Run<C extends ClaimSpan> = Span & {
  /** The claims on the words, outermost first. */
  covering: C[]
  /** The claims whose numbers stand before the words, outermost first. */
  opening: C[]
  /** The position of the open sentence that the words belong to. */
  open: number | null
  /** The link on the words; of links within each other, the innermost. */
  link: TextLink | null
  /** The links whose last words in the block these are. */
  ending: TextLink[]
}

type Marks<C extends ClaimSpan> = {
  claims: readonly C[]
  open: readonly (Span & { position: number })[]
  links: readonly TextLink[]
}

/**
 * If more claims than this overlap, the words are marked only for the innermost ones. All claims keep their numbers.
 */
const DEEPEST = 8
/** Marks an open sentence among the ids of claims. */
const OPEN = 'open:'

/** The claims whose numbers stand at each offset of a block, outermost first. */
function openingsIn<C extends ClaimSpan>(block: Span, claims: readonly C[]): Map<number, C[]> {
  const openings = new Map<number, C[]>()
  for (const claim of claims.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    const at = Math.max(claim.start, block.start)
    if (claim.end <= at || at >= block.end) continue
    const known = openings.get(at)
    if (known) known.push(claim)
    else openings.set(at, [claim])
  }
  return openings
}

/** The part of a link within a range, without white space at its ends; null when nothing is left of it. */
function visiblePart(text: string, link: TextLink, range: Span): Span | null {
  const start = Math.max(link.start, range.start)
  const words = text.slice(start, Math.min(link.end, range.end))
  const visible = words.trim()
  if (visible === '') return null
  const from = start + words.indexOf(visible)
  return { start: from, end: from + visible.length }
}

/** Two lists of segments that cover the same range, cut at the borders of both. */
function cutBoth<A extends Span, B extends Span>(first: readonly A[], second: readonly B[]) {
  const both: { start: number; end: number; a: A; b: B }[] = []
  let [at, other] = [0, 0]
  for (;;) {
    const [a, b] = [first[at], second[other]]
    if (!a || !b) return both
    const end = Math.min(a.end, b.end)
    both.push({ start: Math.max(a.start, b.start), end, a, b })
    if (a.end === end) at++
    if (b.end === end) other++
  }
}

/**
 * Cuts the words of a block into runs without gap or overlap, so that the page shows each letter once and in order.
 * @param block the part of the text to cut; spans outside it count with the part inside it
 */
export function runsOf<C extends ClaimSpan>(
  text: string,
  block: Span,
  { claims, open, links }: Marks<C>,
): Run<C>[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const openings = openingsIn(block, claims)
  const sentences = open.map(({ start, end, position }) => ({ start, end, id: `${OPEN}${position}` }))
  const marked = segmentText(text, [...claims, ...sentences], block.start, block.end, DEEPEST)
  const parts = links.flatMap((link, index) => {
    const part = visiblePart(text, link, block)
    return part ? { ...part, link, id: String(index) } : []
  })
  const linked = segmentText(text, parts, block.start, block.end, 1)
  const endings = new Map<number, TextLink[]>()
  for (const { end, link } of parts) endings.set(end, [...(endings.get(end) ?? []), link])
  return cutBoth(marked, linked).map(({ start, end, a, b }) => {
    const sentence = a.ids.find((id) => id.startsWith(OPEN))
    return {
      ...{ start, end },
      covering: a.ids.flatMap((id) => byId.get(id) ?? []),
      opening: openings.get(start) ?? [],
      open: sentence === undefined ? null : Number(sentence.slice(OPEN.length)),
      link: links[Number(b.ids[0] ?? NaN)] ?? null,
      ending: endings.get(end) ?? [],
    }
  })
}
