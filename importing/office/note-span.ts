import { wholeLetters } from '@/text/grapheme'

const sentences = new Intl.Segmenter('und', { granularity: 'sentence' })

/** Words whose full stop does not end a sentence: a single letter (J. · U.N. · د.) or a title. */
const ABBREVIATED = /(?:^|[^\p{L}\p{M}])(?:\p{L}\p{M}*|Dr|Mr|Mrs|Ms|Prof|St|No|vs|Nr|Mme|Mlle|fig|cf)\.\s*$/iu
/** Long enough for any word of that list and its full stop. */
const LOOKED_BACK = 12
/** A search for a letter stops after this many units. */
const LOOKED_AHEAD = 1000

/**
 * The words that each note mark refers to: from the start of the sentence, or from the previous mark in it, to the
 * mark. Adjacent marks refer to the same words. Offsets in `block`; `marks` ascending.
 */
export function notedSpans(block: string, marks: readonly number[]): { start: number; end: number }[] {
  const starts = sentenceStarts(block)
  const spans: { start: number; end: number }[] = []
  let sentence = 0
  for (const mark of marks) {
    while (sentence + 1 < starts.length && hasWords(block, starts[sentence + 1] ?? mark, mark)) sentence++
    const before = spans.at(-1)
    if (before && !hasWords(block, before.end, mark)) {
      spans.push(before)
      continue
    }
    const start = afterSeparators(block, Math.max(starts[sentence] ?? 0, before?.end ?? 0), mark)
    spans.push(wholeLetters(block, { start, end: start + block.slice(start, mark).trimEnd().length }))
  }
  return spans
}

function sentenceStarts(block: string): number[] {
  const starts: number[] = []
  for (const { index } of sentences.segment(block)) {
    if (!ABBREVIATED.test(block.slice(Math.max(0, index - LOOKED_BACK), index))) starts.push(index)
  }
  return starts
}

function hasWords(block: string, from: number, to: number): boolean {
  return /[\p{L}\p{N}]/u.test(block.slice(from, Math.min(to, from + LOOKED_AHEAD)))
}

function afterSeparators(block: string, from: number, mark: number): number {
  let at = from
  while (at < mark && /[\s,;:.!?،؛؟۔…)\]»”"’']/u.test(block.charAt(at))) at++
  return at
}
