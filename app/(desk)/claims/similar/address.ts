/**
 * In UTF-16 units. A text up to this length is part of the page's address, so that a reader can share the answer and
 * return to it. Encoded it has at most 4.5 KB, which mail and chat programs still accept. A longer text stays in the
 * page alone.
 */
const IN_ADDRESS_MAX = 500

/** A search with at least so many words is likely to be a statement. */
const STATEMENT_WORDS = 4

/** The address of the page that finds claims which say the same as a text. A long text is left out. */
export const similarHref = (text: string): string => {
  const asked = text.trim()
  return asked === '' || asked.length > IN_ADDRESS_MAX
    ? '/claims/similar'
    : `/claims/similar?text=${encodeURIComponent(asked)}`
}

/**
 * Whether to offer the search for the same statement to someone who searches claims for words: when the query may be a
 * whole statement, or when nothing was found.
 */
export const mayMeanStatement = (query: string, found: number): boolean => {
  const words = query.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
  return words >= STATEMENT_WORDS || (words > 0 && found === 0)
}
