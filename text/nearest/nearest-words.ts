import { foldSearchWord } from '../fold-word'
import { bareWord } from '../likeness/terms'
import type { Span } from '../locate'
import { alikeIn } from './spelled-alike'
import { wholeWords } from '../word-edges'
import { isSpoken, wordsOf } from '../words'

/** Words of a text that a quote may mean. `nearness` is 1 where all its words stand there in order, and nothing else. */
export type Near = Span & { nearness: number }

/** The most answers. */
export const MOST_NEAR = 3
/** Words less near than this are not what was meant. */
const NEAREST_CUT = 0.5
/** A quote with more words is not read against the text. */
const LONGEST_QUOTE = 1_000
/** Places of one word that are looked at; a word with more tells little of where a quote may stand. */
const MOST_PLACES = 500
/** Stretches of the text that are aligned with the quote. */
const MOST_STRETCHES = 5
/** Words of the quote that stand nowhere, for which words spelled alike are looked up. */
const MOST_MISSPELLED = 12
/** How much a word counts for the one in its place: spelled alike, or another one altogether. */
const ALIKE = 0.7
const REPLACED = -0.05
const LEFT_OUT = -0.1

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const BETWEEN_SENTENCES = /[.!?\u061f\u06d4\u2026\u3002\uff01\uff1f\n\0]/

type Token = Span & { key: string }

/** In writing without blanks each letter stands for a word. */
function tokensOf(text: string): Token[] {
  return wordsOf(text).flatMap(({ start, end, key }): Token[] => {
    if (!isSpoken(key)) return []
    const written = text.slice(start, end)
    if (!UNSPACED.test(written)) return [{ start, end, key: bareWord(foldSearchWord(written)) }]
    let at = start
    return [...written].map((letter) => ({ start: at, end: (at += letter.length), key: letter }))
  })
}

/**
 * The words of a text that are nearest to a quote which stands nowhere in it, nearest first: to be offered, never
 * taken. Each is a stretch of whole words inside one part of the text. Nearness counts the words that both have in the
 * same order against all words of both; a word counts more the fewer places of the text have it, and words spelled
 * alike count in part.
 */
export function nearestWords(text: string, quote: string, most = MOST_NEAR): Near[] {
  return nearestIn(text)(quote, most)
}

/** The same for many quotes: the first one reads the text, once. */
export function nearestIn(text: string): (quote: string, most?: number) => Near[] {
  let read: ReadText | undefined
  return (quote, most = MOST_NEAR) => {
    const asked = tokensOf(quote)
    if (asked.length === 0 || asked.length > LONGEST_QUOTE) return []
    const whole = (read ??= readText(text))
    const words = wantedIn(whole, asked)
    const found = stretchesOf(whole, words)
      .flatMap((stretch) => allIn(whole, words, stretch))
      .filter(({ nearness, start, end }) => nearness >= NEAREST_CUT && !text.slice(start, end).includes('\0'))
      .sort((a, b) => b.score - a.score || a.start - b.start)
    return apart(found)
      .slice(0, most)
      .map(({ start, end, nearness }) => ({ start, end, nearness }))
  }
}

/** `score` tells two readings of one quote apart, also where one of them ends at the edge of its stretch. */
type Aligned = Near & { score: number; tokens: Stretch }

/** Each without those that overlap a better one. */
function apart(found: readonly Aligned[]): Aligned[] {
  const kept: Aligned[] = []
  for (const one of found)
    if (kept.every(({ start, end }) => one.end <= start || one.start >= end)) kept.push(one)
  return kept
}

/** Each spelling has a number; `ids` gives that of each token, and `places` the tokens of each. */
type ReadText = {
  text: string
  tokens: Token[]
  ids: Int32Array
  places: number[][]
  idOf: Map<string, number>
}

function readText(text: string): ReadText {
  const tokens = tokensOf(text)
  const idOf = new Map<string, number>()
  const places: number[][] = []
  const ids = Int32Array.from(tokens, ({ key }, at) => {
    const id = idOf.get(key) ?? places.length
    idOf.set(key, id)
    const own = places[id]
    if (own) own.push(at)
    else places.push([at])
    return id
  })
  return { text, tokens, ids, places, idOf }
}

/** How much each spelling of the text counts. */
const weightOf = (places: readonly unknown[] | undefined) => 1 / (1 + Math.log(places?.length ?? 1))

/** A word of the quote: its weight, and how much each spelling of the text is the same word. */
type Wanted = { weight: number; sameness: ReadonlyMap<number, number> }

function wantedIn({ idOf, places }: ReadText, quote: readonly Token[]): Wanted[] {
  const known = new Map<string, Wanted>()
  let misspelled = 0
  return quote.map(({ key }) => {
    const before = known.get(key)
    if (before) return before
    const id = idOf.get(key)
    const sameness = new Map<number, number>()
    if (id !== undefined) sameness.set(id, 1)
    else if (misspelled++ < MOST_MISSPELLED)
      for (const one of alikeIn(idOf.keys(), key)) sameness.set(idOf.get(one) ?? -1, ALIKE)
    const wanted = { weight: weightOf(id === undefined ? undefined : places[id]), sameness }
    known.set(key, wanted)
    return wanted
  })
}

type Stretch = { from: number; to: number }

/**
 * Stretches of the text in which words of the quote stand about as far apart as in it. Each word votes once for each
 * place that the quote would begin at.
 */
function stretchesOf({ tokens, places }: ReadText, wanted: readonly Wanted[]): Stretch[] {
  const width = Math.max(4, Math.ceil(wanted.length / 2))
  const votes = new Map<number, { weight: number; last: number }>()
  wanted.forEach(({ weight, sameness }, word) => {
    for (const id of sameness.keys())
      for (const place of places[id]?.slice(0, MOST_PLACES) ?? []) {
        const begin = Math.floor((place - word) / width)
        for (const bucket of [begin, begin - 1]) {
          const vote = votes.get(bucket)
          if (vote?.last === word) continue
          votes.set(bucket, { weight: (vote?.weight ?? 0) + weight, last: word })
        }
      }
  })
  const chosen: number[] = []
  for (const [bucket] of [...votes].sort(([a, one], [b, other]) => other.weight - one.weight || a - b)) {
    if (chosen.length === MOST_STRETCHES) break
    if (!chosen.includes(bucket - 1) && !chosen.includes(bucket + 1)) chosen.push(bucket)
  }
  return chosen.map((bucket) => ({
    from: Math.max(0, (bucket - 1) * width),
    to: Math.min(tokens.length, (bucket + 3) * width + wanted.length),
  }))
}

const UP = 1
const LEFT = 2
const PAIRED = 3
const MATCHED = 4

/** A word of the quote and the token that stands in its place. */
type Pair = { word: number; at: number; same: boolean }

/** The best part of a stretch, and the best of what is left on both its sides. */
function allIn(read: ReadText, wanted: readonly Wanted[], { from, to }: Stretch): Aligned[] {
  const best = alignedIn(read, wanted, { from, to })
  if (!best) return []
  const left = alignedIn(read, wanted, { from, to: best.tokens.from })
  const right = alignedIn(read, wanted, { from: best.tokens.to, to })
  return [best, ...(left ? [left] : []), ...(right ? [right] : [])]
}

/** Reads the quote as a whole against a part of a stretch, the best one. */
function alignedIn(read: ReadText, wanted: readonly Wanted[], { from, to }: Stretch): Aligned | null {
  const columns = to - from + 1
  const weights = Float64Array.from(read.ids.subarray(from, to), (id) => weightOf(read.places[id]))
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

/** The pairs that an alignment chose, in the order of the text. */
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

/** The words from the first to the last that both have, with those put in another's place right beside them. */
function nearOf(
  read: ReadText,
  wanted: readonly Wanted[],
  pairs: readonly Pair[],
): (Near & { tokens: Stretch }) | null {
  const { text, tokens, ids, places } = read
  const matched = pairs.filter(({ same }) => same)
  let begin = matched[0]?.at ?? 0
  let end = matched.at(-1)?.at ?? -1
  const goesOn = (a: number, b: number) =>
    !BETWEEN_SENTENCES.test(text.slice(tokens[a]?.end ?? 0, tokens[b]?.start ?? 0))
  for (const { at } of pairs.toReversed()) if (at === begin - 1 && goesOn(at, begin)) begin = at
  for (const { at } of pairs) if (at === end + 1 && goesOn(end, at)) end = at
  const [head, tail] = [tokens[begin], tokens[end]]
  if (!head || !tail) return null
  const weightAt = (at: number) => weightOf(places[ids[at] ?? -1])
  const both = matched.reduce(
    (sum, { word, at }) => sum + (wanted[word]?.sameness.get(ids[at] ?? -1) ?? 0) * weightAt(at),
    0,
  )
  let all = wanted.reduce((sum, { weight }) => sum + weight, 0)
  for (let at = begin; at <= end; at++) all += weightAt(at)
  const span = wholeWords(text, { start: head.start, end: tail.end })
  return { ...span, nearness: (2 * both) / all, tokens: { from: begin, to: end + 1 } }
}
