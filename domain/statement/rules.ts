import type { ClaimStatus } from '@/domain/claim/rules'
import { comparable, likenessOf, SAYS_THE_SAME, type Reason } from '@/domain/text/likeness/compare'

/** A claim or a sentence somewhere that may say the same. */
export type Candidate = {
  kind: 'claim' | 'sentence'
  id: string
  text: string
  /** Within its article: the claim's number, or the sentence's position. */
  number: number
  status: ClaimStatus | null
  at: Date
  article: { id: string; title: string; language: string }
}

export type Similar = Candidate & { score: number; reasons: Reason[] }

export const SIMILAR_SHOWN = 30

/**
 * Those that say the same as the statement, the newest first. A sentence is left out where a claim on it is listed.
 */
export function similarTo(statement: string, language: string, candidates: readonly Candidate[]): Similar[] {
  const mine = comparable(statement, language)
  const alike = candidates
    .map((candidate) => ({ ...candidate, ...likenessOf(mine, comparable(candidate.text)) }))
    .filter((candidate) => candidate.score >= SAYS_THE_SAME)
  const claimed = alike.filter((one) => one.kind === 'claim')
  return alike
    .filter(
      (one) =>
        one.kind === 'claim' ||
        !claimed.some((claim) => claim.article.id === one.article.id && one.text.includes(claim.text)),
    )
    .sort((a, b) => b.at.getTime() - a.at.getTime() || b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, SIMILAR_SHOWN)
}
