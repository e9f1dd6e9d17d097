/** Characters that XML 1.0 forbids (its production Char) or that have no meaning. Tabs and line breaks stay. */
const UNPRINTABLE = /[\p{Noncharacter_Code_Point}\p{Surrogate}]|(?![\t\n\r\u0085])\p{Cc}/gu
/** Embeddings and overrides: they reverse words and affect the text around them. */
const OVERRIDES = /[\u202a-\u202e]/g
const ISOLATE = /[\u2066-\u2069]/g
const POP = '\u2069'

/** Closes isolates that were left open. */
function closed(text: string): string {
  let open = 0
  for (const [sign] of text.matchAll(ISOLATE)) open = sign === POP ? Math.max(0, open - 1) : open + 1
  return text + POP.repeat(open)
}

/** Makes a text safe for any feed. Its letters and direction marks stay, but no mark affects what comes after it. */
export const feedText = (text: string): string =>
  closed(text.replace(UNPRINTABLE, '').replace(OVERRIDES, '').replace(/\r\n?/g, '\n'))

/** The same in one line. */
export const feedLine = (text: string): string => feedText(text).replace(/\s+/g, ' ').trim()
