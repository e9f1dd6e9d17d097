import { wholeLetters } from '../grapheme'
import type { Cue } from './cue'
import { actCues, attributionCues, comparisonCues } from './relation'
import { dateCues } from './date'
import { lookUp } from './lexicon'
import { nameCues } from './name'
import { numberCues } from './number'
import { type Marked, cuesOfBook } from './phrases'
import { quotationCues } from './quotation'
import { type Reading, readText } from './reading'
import { superlativeCues } from './superlative'

/**
 * All cues in a text, in order of position; cues of different kinds may overlap. `language` is a BCP 47 tag. Without
 * word lists for it, only figures, quotations and capitals are found.
 */
export function cuesOf(text: string, language: string): Cue[] {
  return cuesIn(mark(readText(text, language)))
}

export function mark(reading: Reading): Marked {
  return { reading, found: lookUp(reading), dated: new Uint8Array(reading.words.length) }
}

/** Merges cues of one kind that share words: `century 1er May` is one date. */
function asOne(cues: Cue[]): Cue[] {
  const apart: Cue[] = []
  for (const cue of cues.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1)
    if (last && cue.start < last.end) last.end = Math.max(last.end, cue.end)
    else apart.push({ ...cue })
  }
  return apart
}

/** Dates come first, so that their figures and month names make no other cue. */
export function cuesIn(marked: Marked): Cue[] {
  const quotations = quotationCues(marked.reading.text)
  const cues = [
    ...asOne(dateCues(marked)),
    ...numberCues(marked),
    ...superlativeCues(marked),
    ...nameCues(marked),
    ...attributionCues(marked),
    ...quotations,
    ...comparisonCues(marked),
    ...cuesOfBook(marked, 'cause', 'cause'),
    ...actCues(marked),
  ]
  return cues
    .map((cue) => ({ ...cue, ...wholeLetters(marked.reading.text, cue) }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}
