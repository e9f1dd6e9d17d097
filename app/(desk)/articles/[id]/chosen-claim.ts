import type { ClaimStatus } from '@/domain/claim/statuses'

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

/** The next unreviewed claim after the chosen one; after the last one the search begins again at the first. */
export function nextOpenOf<C extends Numbered & { status: ClaimStatus }>(
  claims: readonly C[],
  number: number,
): C | undefined {
  const at = claims.findIndex((claim) => claim.number === number)
  const onward = [...claims.slice(at + 1), ...claims.slice(0, Math.max(at, 0))]
  return onward.find((claim) => claim.status === 'unreviewed')
}

/**
 * How many claims there are, where a claim's number counts among them. Null once a withdrawn claim has left a gap,
 * since "claim 22 of 21" says nothing.
 */
export function countedTo(claims: readonly Numbered[]): number | null {
  const highest = claims.reduce((most, { number }) => Math.max(most, number), 0)
  return highest === claims.length ? highest : null
}
