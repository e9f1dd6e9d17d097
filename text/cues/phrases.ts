import type { Cue, CueKind } from './cue'
import type { Found } from './lexicon'
import { type Reading, cueOfWords } from './reading'
import type { Book } from './words/books'

/** A text's words with the matches of the word lists. `dated` has 1 for each word of a date. */
export type Marked = { reading: Reading; found: Found; dated: Uint8Array }

/** The number of words of the book's phrase at a word; 0 when there is none. */
export function countAt({ found }: Marked, book: Book, at: number): number {
  return found[book][at] ?? 0
}

/** Whether a phrase of the book ends with the word before `at`, on the same line and without a comma between. */
export function comesBefore(marked: Marked, book: Book, at: number): boolean {
  if (!marked.reading.words[at]?.joined) return false
  for (let back = 1; back <= 3 && at - back >= 0; back++) {
    if (countAt(marked, book, at - back) === back) return true
  }
  return false
}

/** Cues of all phrases of one book, from left to right; a covered word starts no other phrase. */
export function cuesOfBook(marked: Marked, book: Book, kind: CueKind): Cue[] {
  const cues: Cue[] = []
  const counts = marked.found[book]
  for (let at = 0; at < counts.length;) {
    const count = counts[at] ?? 0
    if (count > 0) cues.push(cueOfWords(marked.reading, kind, at, count))
    at += Math.max(1, count)
  }
  return cues
}
