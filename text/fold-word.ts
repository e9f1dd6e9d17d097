import { fold, foldSearch } from './fold'

/** Words repeat within a text and between texts. This is how many are cached; long words are not. */
const MOST_KNOWN = 20_000
const LONGEST_KNOWN = 32

/** Makes a function of short strings keep its results. */
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

/** A word in the anchor fold, without surrounding white space. */
export const foldWord = remembered((word) => fold(word).folded.trim())

/** A word in the search fold, without surrounding white space. */
export const foldSearchWord = remembered((word) => foldSearch(word).folded.trim())
