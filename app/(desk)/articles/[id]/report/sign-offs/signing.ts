import type { SignOffBoard, TogetherResult } from '@/domain/sign-off/shape'
import type { Standing } from '@/domain/sign-off/together/rules'

export type WaitingClaim = SignOffBoard['items'][number]

/** Why claims are not signed off together, in the order in which a reader can do something about it. */
export const WAITING = ['unopened', 'changed', 'own'] as const satisfies readonly Standing[]

/** The claims of one standing, in the order of the article. */
export const ofStanding = (claims: readonly WaitingClaim[], standing: Standing) =>
  claims.filter((claim) => claim.standing === standing)

/** How far signing off many claims, or taking that back, has come. */
export type Signing = {
  undoing: boolean
  total: number
  results: readonly TogetherResult[]
}

/** The claims of one request. Fewer make progress visible, more make it faster. */
export const SIGNED_AT_ONCE = 25

export const chunksOf = <T>(all: readonly T[], size = SIGNED_AT_ONCE): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))

/** What became of the claims, for the one line that tells it. */
export function told({ results }: Signing): { done: number; left: TogetherResult[] } {
  const left = results.filter(({ refusal }) => refusal !== null)
  return { done: results.length - left.length, left }
}

/** What an undo takes back: the claims that were signed off now, not those that had been before. */
export const undoable = ({ undoing, results }: Signing) =>
  undoing
    ? []
    : results.flatMap(({ id, version, outcome }) =>
        outcome === 'changed' && version !== null ? [{ id, version }] : [],
      )
