type Numbered = { number: number }

/**
 * The claim before or after the one that is chosen, in the order given; from none the last or the first.
 * @param number of the chosen one, or 0
 * @returns nothing at the ends
 */
export function neighbourOf<C extends Numbered>(
  claims: readonly C[],
  number: number,
  by: 1 | -1,
): C | undefined {
  const at = claims.findIndex((claim) => claim.number === number)
  if (at < 0) return by > 0 ? claims[0] : claims.at(-1)
  return claims[at + by]
}
