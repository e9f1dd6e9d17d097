/**
 * In UTF-16 units. A text up to this length stands in the address of its page, so that the answer can be sent to others
 * and come back to: encoded, it is at most 4.5 KB, which mail and chats still pass on. A longer one is kept by the page alone.
 */
const IN_ADDRESS_MAX = 500

/** From so many words on, a search is likely to be a statement. */
const STATEMENT_WORDS = 4

/** The page that looks for claims which say the same as a text; without the text when it is long. */
export const similarHref = (text: string): string => {
  const asked = text.trim()
  return asked === '' || asked.length > IN_ADDRESS_MAX
    ? '/claims/similar'
    : `/claims/similar?text=${encodeURIComponent(asked)}`
}

/** Whether somebody who searches claims for words may want to know what says the same: a whole statement, or nothing found. */
export const mayMeanStatement = (query: string, found: number): boolean => {
  const words = query.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
  return words >= STATEMENT_WORDS || (words > 0 && found === 0)
}
