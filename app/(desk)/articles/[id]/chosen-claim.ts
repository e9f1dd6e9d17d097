type Numbered = { number: number }

/**
 * The claim before or after the chosen one in the given order. Without a chosen claim it starts at the first or last.
 * @param number the number of the chosen claim, or 0
 * @returns undefined past either end
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
