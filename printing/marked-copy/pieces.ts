import type { MarkedCopy, Remark, Wording } from '@/domain/marked-copy/shape'
import type { Block } from '@/text/blocks'
import { headlineStart } from '@/text/reading'

/**
 * A piece of a block, in order. `start` and `end` open and close a remark, given by its index; it may close in a later
 * block. `kept` and `removed` give spans of the reading.
 */
export type Piece =
  | { kind: 'start' | 'end'; remark: number }
  | { kind: 'kept'; start: number; end: number }
  | { kind: 'removed'; start: number; end: number; wording: Wording }
  | { kind: 'added'; wording: Wording }

type Place = { start: number; end: number }
export type CutBlock<B extends Place> = B & { pieces: Piece[] }

/** The block of the headline, after the text in the reading. */
export const headlineBlock = ({ text, headline }: Pick<MarkedCopy, 'text' | 'headline'>): Place => ({
  start: headlineStart(text),
  end: headlineStart(text) + headline.length,
})

/**
 * Cuts blocks at every remark and wording. A remark that begins or ends between two blocks begins with the next words
 * and ends with those before. One without words in any block is left out.
 */
export function cutBlocks<B extends Place = Block>(
  blocks: readonly B[],
  { remarks, wordings }: Pick<MarkedCopy, 'remarks' | 'wordings'>,
): CutBlock<B>[] {
  const opening = groupedBy(remarks, (one) => openingOf(one, blocks))
  const closing = groupedBy(remarks, (one) => closingOf(one, blocks))
  return blocks.map((block) => {
    const inside = wordings.filter(({ start, end }) => start >= block.start && end <= block.end)
    const cuts = new Set([block.start, block.end])
    for (const { start, end } of inside) cuts.add(start).add(end)
    for (const at of [...opening.keys(), ...closing.keys()])
      if (at >= block.start && at <= block.end) cuts.add(at)
    const ordered = [...cuts].sort((a, b) => a - b)
    const pieces = ordered.flatMap((at, index): Piece[] => [
      ...borderAt(at, inside, opening, closing, remarks),
      ...wordsBetween(at, ordered[index + 1] ?? at, inside),
    ])
    return { ...block, pieces }
  })
}

type ByOffset = ReadonlyMap<number, readonly number[]>

/**
 * What stands at one offset. Inserted words belong inside the remark they were proposed for, so they come before its
 * end, or after its start.
 */
function borderAt(
  at: number,
  wordings: readonly Wording[],
  opening: ByOffset,
  closing: ByOffset,
  remarks: readonly Remark[],
): Piece[] {
  const ends = closing.get(at) ?? []
  const added = wordings.filter(({ end, words }) => end === at && words !== '')
  const isLast = ({ number, start, end }: Wording) =>
    start < end || ends.some((index) => remarks[index]?.number === number)
  const pieceOf = (wording: Wording): Piece => ({ kind: 'added', wording })
  return [
    ...added.filter(isLast).map(pieceOf),
    ...ends.map((remark): Piece => ({ kind: 'end', remark })),
    ...(opening.get(at) ?? []).map((remark): Piece => ({ kind: 'start', remark })),
    ...added.filter((one) => !isLast(one)).map(pieceOf),
  ]
}

function wordsBetween(start: number, end: number, wordings: readonly Wording[]): Piece[] {
  if (start === end) return []
  const wording = wordings.find((one) => one.start <= start && one.end >= end)
  return [wording ? { kind: 'removed', start, end, wording } : { kind: 'kept', start, end }]
}

function openingOf({ start, end }: Place, blocks: readonly Place[]): number | null {
  const block = blocks.find((one) => one.end > start && one.start < end)
  return block ? Math.max(start, block.start) : null
}

function closingOf({ start, end }: Place, blocks: readonly Place[]): number | null {
  const block = blocks.findLast((one) => one.start < end && one.end > start)
  return block ? Math.min(end, block.end) : null
}

function groupedBy(remarks: readonly Remark[], offsetOf: (one: Remark) => number | null): ByOffset {
  const found = new Map<number, number[]>()
  remarks.forEach((one, index) => {
    const at = offsetOf(one)
    if (at !== null) found.set(at, [...(found.get(at) ?? []), index])
  })
  return found
}
