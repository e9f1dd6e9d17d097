import type { Span } from './locate'
import { isSpoken, wordsOf } from './words'

/** A line with fewer words says too little by itself. */
const TELLING_WORDS = 4
/** A line that ends with a stop is a sentence if it has at least so many words. */
const LEAST_SENTENCE = 2
/** At most so many lines without letters are passed on the way back to one that has letters. */
const MOST_BACK = 12
/** A longer line has enough words, so its words are not counted. */
const LONGEST_LINE = 200
const ENDED = /[\p{Sentence_Terminal}\u2026][\p{Pe}\p{Pf}"'»]*$/u
/** Scripts without blanks between words, in which two letters count as one word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu

function wordCount(text: string): number {
  const spoken = wordsOf(text).filter((word) => isSpoken(word.key)).length
  return spoken + Math.floor((text.match(UNSPACED)?.length ?? 0) / 2)
}

/** Whether a line needs the lines before it to be understood, such as a cell or "No." */
function leans(text: string): boolean {
  const words = wordCount(text)
  return words < TELLING_WORDS && !(words >= LEAST_SENTENCE && ENDED.test(text.trimEnd()))
}

/**
 * For each sentence of a text, the index of the first sentence that it is read with; for most sentences their own. A
 * short line, such as the cell "500", is read with the lines before it, back to the first with letters, which is the
 * label of its row.
 */
export function readFrom(text: string, sentences: readonly Span[]): number[] {
  const opens = sentences.map(
    ({ start }, at) => at === 0 || text.slice(sentences[at - 1]?.end, start).includes('\n'),
  )
  const first: number[] = []
  sentences.forEach(({ start, end }, at) => {
    const isLine = opens[at] && (opens[at + 1] ?? true)
    if (at === 0 || !isLine || end - start > LONGEST_LINE || !leans(text.slice(start, end)))
      return void first.push(at)
    const before = text.slice(sentences[at - 1]?.start, sentences[at - 1]?.end)
    const back = /\p{L}/u.test(before) ? at - 1 : (first[at - 1] ?? at - 1)
    first.push(Math.max(back, at - MOST_BACK))
  })
  return first
}
