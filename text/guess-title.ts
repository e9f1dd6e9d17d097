/** In UTF-16 units: a longer line is a paragraph. */
const LONGEST = 140
/** How many UTF-16 units from the beginning are looked at. */
const LOOKED_AT = 1_000

/** A full stop at the end of a line, also behind a closing quotation mark. */
const FULL_STOP = /[.。۔…:;؛،,]["'”’»)\]]?$/u

/**
 * The title that a pasted text begins with, and where the text goes on behind it: its first line, when that is short,
 * ends without a full stop, and is followed by more. Null when the text begins with its body.
 */
export function guessTitle(text: string): { title: string; bodyStart: number } | null {
  const found = /^\s*(\S[^\r\n]*)(?:\r\n?|\n)\s*/u.exec(text.slice(0, LOOKED_AT))
  if (!found) return null
  const title = (found[1] ?? '').trim()
  if (title.length > LONGEST || FULL_STOP.test(title) || !/\p{L}/u.test(title)) return null
  // A list, a table, a mark of Markdown or a speaker's line is no title.
  if (/^(?:[-*•|>#]|\d+[.)]\s)/u.test(title)) return null
  return { title, bodyStart: found[0].length }
}
