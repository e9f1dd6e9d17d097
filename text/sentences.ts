import type { Block } from './blocks'
import { languageTag } from './direction'
import { quotationsOf, type Enclosure } from './quotations'
import { partsOf, type Span } from './sentence-lines'
import { endsSentence, isWordless } from './sentence-rules'
import { stopsOf } from './sentence-stops'

/** Half-open UTF-16 offsets, and the index of the sentence's block. */
export type Sentence = { start: number; end: number; block: number }

/**
 * The sentences of a text in order, without surrounding white space. No sentence crosses a block, and together they
 * cover everything in the blocks except white space. Headings, list items with their numbers, and lines of verse are
 * sentences of their own. Closing quotation marks and brackets belong to the sentence they close.
 */
export function sentencesOf(text: string, blocks: readonly Block[], language: string): Sentence[]
/** Null when there are more than `most`; the remaining blocks are then not read. */
export function sentencesOf(
  text: string,
  blocks: readonly Block[],
  language: string,
  most: number,
): Sentence[] | null
export function sentencesOf(
  text: string,
  blocks: readonly Block[],
  language: string,
  most = Infinity,
): Sentence[] | null {
  const tag = languageTag(language) ?? 'und'
  const segmenter = new Intl.Segmenter(tag, { granularity: 'sentence' })
  const sentences: Sentence[] = []
  for (const [block, span] of blocks.entries()) {
    for (const part of partsOf(text, span))
      for (const { start, end } of sentencesOfPart(text, part, tag, segmenter))
        sentences.push({ start, end, block })
    if (sentences.length > most) return null
  }
  return sentences
}

function sentencesOfPart(text: string, part: Span, language: string, segmenter: Intl.Segmenter): Span[] {
  const { enclosures, openings } = quotationsOf(text, part.start, part.end)
  const opens = (at: number) => openings.has(at)
  const stops = stopsOf(text, part, segmenter, opens)
  const sentences: Span[] = []
  const around: Enclosure[] = []
  let opened = 0
  let start = part.start
  for (const stop of stops) {
    while ((around.at(-1)?.close ?? Infinity) < stop.at) around.pop()
    for (let one = enclosures[opened]; one && one.open < stop.at; one = enclosures[++opened])
      if (one.close >= stop.at) around.push(one)
    const setting = { text, language, start, partEnd: part.end, inside: around.at(-1), opens }
    if (!endsSentence(stop, setting)) continue
    sentences.push({ start, end: stop.end })
    start = stop.next
  }
  if (start < part.end) sentences.push({ start, end: part.end })
  const last = sentences.at(-1)
  const before = sentences.at(-2)
  if (!last || !before || !isWordless(text.slice(last.start, last.end))) return sentences
  return [...sentences.slice(0, -2), { start: before.start, end: last.end }]
}
