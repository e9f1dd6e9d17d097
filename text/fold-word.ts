import { fold, foldSearch } from './fold'

/** Words repeat within a text and from one text to the next; this many are remembered, and only short ones. */
const MOST_KNOWN = 20_000
const LONGEST_KNOWN = 32

/** A function of short strings that keeps what it answered. */
export function remembered(folded: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>()
  return (word) => {
    if (word.length > LONGEST_KNOWN) return folded(word)
    const before = known.get(word)
    if (before !== undefined) return before
    if (known.size >= MOST_KNOWN) known.clear()
    const found = folded(word)
    known.set(word, found)
    return found
  }
}

/** A word by the anchor fold, without white space around it. */
export const foldWord = remembered((word) => fold(word).folded.trim())

/** A word by the search fold, without white space around it. */
export const foldSearchWord = remembered((word) => foldSearch(word).folded.trim())
