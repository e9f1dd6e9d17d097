/** No XML 1.0 document may have these (its production Char), or they mean nothing to anybody; tab and lines stay. */
const UNPRINTABLE = /[\p{Noncharacter_Code_Point}\p{Surrogate}]|(?![\t\n\r\u0085])\p{Cc}/gu
/** Embeddings and overrides: they turn words round and reach into what stands beside them. */
const OVERRIDES = /[\u202a-\u202e]/g
const ISOLATE = /[\u2066-\u2069]/g
const POP = '\u2069'

/** The isolates that are opened and never closed, closed. */
function closed(text: string): string {
  let open = 0
  for (const [sign] of text.matchAll(ISOLATE)) open = sign === POP ? Math.max(0, open - 1) : open + 1
  return text + POP.repeat(open)
}

/** A text that any feed may carry, with its own letters and marks of direction, and nothing that runs out of it. */
export const feedText = (text: string): string =>
  closed(text.replace(UNPRINTABLE, '').replace(OVERRIDES, '').replace(/\r\n?/g, '\n'))

/** The same in one line. */
export const feedLine = (text: string): string => feedText(text).replace(/\s+/g, ' ').trim()
