import type { Span } from '../locate'
import { wholeWords } from '../word-edges'
import { type ReadText, type Wanted, weightOf } from './read'
import type { Stretch } from './stretches'

/** Words of a text that a quote may mean. `nearness` is 1 when they are exactly the quote's words in order. */
export type Near = Span & { nearness: number }

/** `score` also distinguishes two readings of one quote when one of them ends at the edge of its stretch. */
export type Aligned = Near & { score: number; tokens: Stretch }

/** The costs of a replaced word, and of a word left out or added. */
const REPLACED = -0.05
const LEFT_OUT = -0.1
const BETWEEN_SENTENCES = /[.!?\u061f\u06d4\u2026\u3002\uff01\uff1f\n\0]/

const UP = 1
const LEFT = 2
const PAIRED = 3
const MATCHED = 4

/** A word of the quote and the token it is aligned with. */
type Pair = { word: number; at: number; same: boolean }

/** The best part of a stretch, and then the best parts of the rest on both its sides. */
export function allIn(read: ReadText, wanted: readonly Wanted[], { from, to }: Stretch): Aligned[] {
  const best = alignedIn(read, wanted, { from, to })
  if (!best) return []
  const left = alignedIn(read, wanted, { from, to: best.tokens.from })
  const right = alignedIn(read, wanted, { from: best.tokens.to, to })
  return [best, ...(left ? [left] : []), ...(right ? [right] : [])]
}

/** Aligns the whole quote with the best part of a stretch. */
function alignedIn(read: ReadText, wanted: readonly Wanted[], { from, to }: Stretch): Aligned | null {
  const columns = to - from + 1
  const weights = Float64Array.from(read.ids.subarray(from, to), (id) => weightOf(read.positions[id]))
  const steps = new Uint8Array((wanted.length + 1) * columns)
  let above = new Float64Array(columns)
  wanted.forEach(({ sameness }, word) => {
    const row = new Float64Array(columns)
    row[0] = (above[0] ?? 0) + LEFT_OUT
    steps[(word + 1) * columns] = UP
    for (let at = 1; at < columns; at++) {
      const same = sameness.get(read.ids[from + at - 1] ?? -1) ?? 0
      const paired = (above[at - 1] ?? 0) + (same > 0 ? same * (weights[at - 1] ?? 0) : REPLACED)
      const up = (above[at] ?? 0) + LEFT_OUT
      const left = (row[at - 1] ?? 0) + LEFT_OUT
      const best = Math.max(paired, up, left)
      row[at] = best
      steps[(word + 1) * columns + at] =
        best === paired ? (same > 0 ? MATCHED : PAIRED) : best === up ? UP : LEFT
    }
    above = row
  })
  const end = above.reduce((best, score, at) => (score > (above[best] ?? 0) ? at : best), 0)
  const near = nearOf(read, wanted, walkedBack(steps, columns, wanted.length, end, from))
  return near && { ...near, score: above[end] ?? 0 }
}

/** Follows an alignment back; returns its pairs in the order of the text. */
function walkedBack(steps: Uint8Array, columns: number, words: number, end: number, from: number): Pair[] {
  const pairs: Pair[] = []
  let at = end
  for (let word = words; word > 0;) {
    const step = steps[word * columns + at]
    if (step === MATCHED || step === PAIRED)
      pairs.push({ word: word - 1, at: from + at - 1, same: step === MATCHED })
    if (step !== LEFT) word--
    if (step !== UP) at--
  }
  return pairs.reverse()
}

/** The span from the first to the last word that both have, extended by replaced words right beside it. */
function nearOf(
  read: ReadText,
  wanted: readonly Wanted[],
  pairs: readonly Pair[],
): (Near & { tokens: Stretch }) | null {
  const { text, tokens, ids, positions } = read
  const matched = pairs.filter(({ same }) => same)
  let begin = matched[0]?.at ?? 0
  let end = matched.at(-1)?.at ?? -1
  const goesOn = (a: number, b: number) =>
    !BETWEEN_SENTENCES.test(text.slice(tokens[a]?.end ?? 0, tokens[b]?.start ?? 0))
  for (const { at } of pairs.toReversed()) if (at === begin - 1 && goesOn(at, begin)) begin = at
  for (const { at } of pairs) if (at === end + 1 && goesOn(end, at)) end = at
  const [head, tail] = [tokens[begin], tokens[end]]
  if (!head || !tail) return null
  const weightAt = (at: number) => weightOf(positions[ids[at] ?? -1])
  const both = matched.reduce(
    (sum, { word, at }) => sum + (wanted[word]?.sameness.get(ids[at] ?? -1) ?? 0) * weightAt(at),
    0,
  )
  let all = wanted.reduce((sum, { weight }) => sum + weight, 0)
  for (let at = begin; at <= end; at++) all += weightAt(at)
  const span = wholeWords(text, { start: head.start, end: tail.end })
  return { ...span, nearness: (2 * both) / all, tokens: { from: begin, to: end + 1 } }
}
