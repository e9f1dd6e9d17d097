import { readFileSync } from 'node:fs'
import { blocksOf } from '@/text/blocks'
import { sentencesOf } from '@/text/sentences'

/** Texts of the part `apart` are not read while rules are written, so they show whether a rule holds elsewhere. */
export type MarkedText = {
  language: string
  kind: 'news' | 'commentary' | 'transcript' | 'footnotes'
  part: 'seen' | 'apart'
  text: string
  sentences: string[]
}

/**
 * Counts of sentence ends: those found, those marked by hand, and those in both. The end of a text does not count.
 */
export type Tally = { found: number; marked: number; both: number }

/** The ends of the sentences of a text, in UTF-16 offsets. */
export type Finder = (text: string, language: string) => number[]

export function markedTexts(): MarkedText[] {
  const file = new URL('./marked/sentences.json', import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as MarkedText[]
}

export const precision = ({ both, found }: Tally) => (found === 0 ? 1 : both / found)
export const recall = ({ both, marked }: Tally) => (marked === 0 ? 1 : both / marked)
export const f1 = ({ both, found, marked }: Tally) =>
  found + marked === 0 ? 1 : (2 * both) / (found + marked)

export const deskEnds: Finder = (text, language) =>
  sentencesOf(text, blocksOf(text), language).map(({ end }) => end)

/** The ends that the platform's segmenter finds in each paragraph, for comparison. */
export const segmenterEnds: Finder = (text, language) => {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return blocksOf(text).flatMap(({ start, end }) =>
    [...segmenter.segment(text.slice(start, end))].map(
      ({ index, segment }) => start + index + segment.trimEnd().length,
    ),
  )
}

/** Tallies by a key, in the order in which the keys appear. An end counts only at exactly the same offset. */
export function tallies(
  texts: readonly MarkedText[],
  keyOf: (text: MarkedText) => string,
  finder: Finder = deskEnds,
): Map<string, Tally> {
  const byKey = new Map<string, Tally>()
  for (const text of texts) {
    const { found, marked } = ends(text, finder)
    const both = found.filter((end) => marked.includes(end)).length
    const sum = byKey.get(keyOf(text)) ?? { found: 0, marked: 0, both: 0 }
    byKey.set(keyOf(text), added(sum, { found: found.length, marked: marked.length, both }))
  }
  return byKey
}

export function total(all: Iterable<Tally>): Tally {
  return [...all].reduce(added, { found: 0, marked: 0, both: 0 })
}

function added(a: Tally, b: Tally): Tally {
  return { found: a.found + b.found, marked: a.marked + b.marked, both: a.both + b.both }
}

/** The ends of the marked sentences of a text. Throws when they do not add up to the text. */
export function ends(
  { text, language, sentences }: MarkedText,
  finder: Finder = deskEnds,
): { found: number[]; marked: number[] } {
  let at = 0
  const marked = sentences.map((sentence) => {
    const start = text.indexOf(sentence, at)
    if (start === -1 || text.slice(at, start).trim() !== '') throw new Error(`Not in its text: ${sentence}`)
    return (at = start + sentence.length)
  })
  if (at !== text.length) throw new Error(`Not marked to its end: ${text.slice(at)}`)
  const inner = (end: number) => end < text.length
  return { found: finder(text, language).filter(inner), marked: marked.filter(inner) }
}
