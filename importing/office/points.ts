import { canonicalText } from '@/text/canonical'
import { boundaryAfter, boundaryBefore } from '@/text/grapheme'

/** A point in the text that is being written; its final offset is known once the text is finished. */
export type BoundaryPoint = { side: 'start' | 'end'; block: number; offset: number }

/** Words of the blocks that do not become text. */
export type Cut = { start: BoundaryPoint; end: BoundaryPoint }

/** Whether two spans of one block share words. */
export const overlaps = (a: Cut, b: Cut) => a.start.offset < b.end.offset && b.start.offset < a.end.offset

/** The text without the cut words. A cut after which a combining mark would change its letter is not made. */
export function withoutCuts(
  text: string,
  cuts: readonly Cut[],
): { text: string; at: (offset: number) => number } {
  if (cuts.length === 0) return { text, at: (offset) => offset }
  const spans = cuts
    .map(({ start, end }) => ({ start: start.offset, end: Math.max(start.offset, end.offset) }))
    .sort((a, b) => a.start - b.start)
  const gone: { start: number; end: number }[] = []
  for (const span of spans) {
    const last = gone.at(-1)
    const start = last && last.end > span.start ? last.end : span.start
    const alone = /^\n?$/.test(text.slice(start - 1, start)) && text.charAt(span.end) === '\n'
    const end = Math.max(start, alone ? span.end + 1 : span.end)
    if (!/^\p{M}/u.test(text.slice(end, end + 2))) gone.push({ start, end })
  }
  let left = ''
  let from = 0
  for (const { start, end } of gone) {
    left += text.slice(from, start)
    from = end
  }
  left += text.slice(from)
  const trimmed = left.trim()
  const lost = left.length - left.trimStart().length
  return {
    text: trimmed,
    at: (offset) => {
      let moved = offset
      for (const { start, end } of gone) if (start < offset) moved -= Math.min(offset, end) - start
      return Math.min(Math.max(moved - lost, 0), trimmed.length)
    },
  }
}

/** A point with its offset in the words of its block. */
export type PointAt = { point: BoundaryPoint; at: number }

/** Composes piece by piece between whole letters; the result is the same as composing all at once. */
export function composed(raw: string, points: PointAt[]): { text: string; offsets: PointAt[] } {
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
