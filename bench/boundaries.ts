import { readFileSync } from 'node:fs'
import { blocksOf } from '@/text/blocks'
import { sentencesOf } from '@/text/sentences'

export type MarkedText = { language: string; text: string; sentences: string[] }

/**
 * Counts of sentence ends: those found, those marked by hand, and those in both. The end of a text does not count.
 */
export type Tally = { found: number; marked: number; both: number }

export function markedTexts(): MarkedText[] {
  const file = new URL('./marked/sentences.json', import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as MarkedText[]
}

export const precision = ({ both, found }: Tally) => (found === 0 ? 1 : both / found)
export const recall = ({ both, marked }: Tally) => (marked === 0 ? 1 : both / marked)

/** Tallies by language. An end counts only at exactly the same UTF-16 offset. */
export function tallies(texts: readonly MarkedText[]): Map<string, Tally> {
  const byLanguage = new Map<string, Tally>()
  for (const text of texts) {
    const { found, marked } = ends(text)
    const both = found.filter((end) => marked.includes(end)).length
    const sum = byLanguage.get(text.language) ?? { found: 0, marked: 0, both: 0 }
    byLanguage.set(text.language, added(sum, { found: found.length, marked: marked.length, both }))
  }
  return byLanguage
}

export function total(all: Iterable<Tally>): Tally {
  return [...all].reduce(added, { found: 0, marked: 0, both: 0 })
}

function added(a: Tally, b: Tally): Tally {
  return { found: a.found + b.found, marked: a.marked + b.marked, both: a.both + b.both }
}

/** Throws when the marked sentences do not add up to the text. */
export function ends({ text, language, sentences }: MarkedText): { found: number[]; marked: number[] } {
  let at = 0
  const marked = sentences.map((sentence) => {
    const start = text.indexOf(sentence, at)
    if (start === -1 || text.slice(at, start).trim() !== '') throw new Error(`Not in its text: ${sentence}`)
    return (at = start + sentence.length)
  })
  if (at !== text.length) throw new Error(`Not marked to its end: ${text.slice(at)}`)
  const found = sentencesOf(text, blocksOf(text), language).map(({ end }) => end)
  const inner = (end: number) => end < text.length
  return { found: found.filter(inner), marked: marked.filter(inner) }
}
