import { quoteIssue } from '@/domain/anchor/rules'
import { brokenRule } from '@/domain/claim/rules'
import type { NewClaim } from '@/domain/claim/schema'
import { invalid, type Issue } from '@/domain/errors'
import type { KeyedAnchor, OfferedQuote } from '@/text/locate-quotes'

type Anchored = { claim: NewClaim; anchor: KeyedAnchor }
/** A claim that already stands in the text. */
export type StandingClaim = { start: number; end: number; number: number }

export const quotesOf = (claims: readonly NewClaim[]) =>
  claims.map(({ quote, prefix, suffix, start, part }) => ({ quote, prefix, suffix, hint: start, part }))

/**
 * The claims that come with a text, each with the words it stands on.
 * @param quotes where `quotesOf` stands in the text
 * @throws DomainError `invalid` with an issue `claims.<index>.<field>` for each that cannot be made
 */
export function anchorAll(
  claims: readonly NewClaim[],
  quotes: readonly OfferedQuote[],
  standing: readonly StandingClaim[] = [],
): Anchored[] {
  const issues: Issue[] = []
  const taken = new Map(standing.map(({ start, end, number }) => [`${start}-${end}`, number]))
  const anchored = claims.flatMap((claim, index): Anchored[] => {
    const { found, words, near } = quotes[index] ?? { found: null, words: null, near: [] }
    const broken = brokenRule({ ...claim, stances: claim.sources.map((source) => source.stance) })
    if (broken) issues.push({ path: `claims.${index}.${broken.path}`, key: broken.key })
    const path = `claims.${index}.quote`
    const issue = quoteIssue(found, near, path)
    if (issue) issues.push(issue)
    if (words) {
      const key = `${words.start}-${words.end}`
      const twin = taken.get(key)
      if (twin === undefined) {
        taken.set(key, index + 1)
        return [{ claim, anchor: words }]
      }
      issues.push({ path, key: 'claimExists', params: { number: twin } })
    }
    return []
  })
  if (issues.length) throw invalid(issues)
  return anchored
}
