import type { ClaimStatus } from '@/domain/claim/statuses'
import { findingBegins, type ClaimPart, type Writer } from '@/domain/sign-off/rules'
import { answersTo, listed } from '@/text/likeness/answers'
import type { Difference } from '@/text/likeness/differences'
import type { AskedAs, Related } from '@/text/likeness/related'
import { statementOf, type Words } from '@/text/likeness/statement'
import type { Weights } from '@/text/likeness/weights'

/** A claim or a sentence somewhere that may say the same. */
export type Candidate = {
  kind: 'claim' | 'sentence'
  id: string
  text: string
  /** The sentences that a claim was judged in, or the sentence itself. */
  context: string
  /** Of a claim. */
  version: number | null
  /** Within its article: the claim's number, or the sentence's position. */
  number: number
  status: ClaimStatus | null
  at: Date
  article: { id: string; title: string; language: string }
}

export type SimilarPassage = Candidate & Related

export type SimilarPassages = {
  /** The sentences that the claim's words stand in now; empty when its words are gone. */
  context: string
  items: SimilarPassage[]
}

export const SIMILAR_SHOWN = 30

type Asked = { words: Words; language: string; as: AskedAs }

/** Those that say the same as the words, or may answer them, the best match first; of equals the newest. */
export function similarTo(
  { words, language, as }: Asked,
  candidates: readonly Candidate[],
  weights: Weights,
): SimilarPassage[] {
  const others = [...candidates]
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? -1 : 1))
    .map((item) => ({ item, statement: statementOf({ quote: item.text, context: item.context }) }))
  const answers = answersTo(statementOf(words, language), others, { weights, as })
  return listed(withoutClaimed(answers)).slice(0, SIMILAR_SHOWN)
}

/** Of what is only near, other words and another order are no news: most of its words are others. */
export const differencesTold = ({ isSame, differences }: Related): Difference[] =>
  isSame ? differences : differences.filter(({ kind }) => kind !== 'words' && kind !== 'order')

/** A sentence is left out where a claim on it answers too. */
export function withoutClaimed<P extends SimilarPassage>(answers: readonly P[]): P[] {
  const claims = answers.filter(({ kind }) => kind === 'claim')
  const isClaimed = ({ article, text }: SimilarPassage) =>
    claims.some((claim) => claim.article.id === article.id && text.includes(claim.text))
  return answers.filter((one) => one.kind === 'claim' || !isClaimed(one))
}

type Judged<S> = { finding: string; sources: readonly S[] }

/**
 * The finding and the sources that a claim takes over from another. An own finding stays, with the other below it;
 * sources that are there already are not taken twice.
 */
export function takenFrom<S extends { title: string; url: string | null }>(
  own: Judged<S>,
  other: Judged<S>,
): { finding: string; sources: S[] } {
  const nameOf = ({ title, url }: S) => `${title}\n${url ?? ''}`
  const known = new Set(own.sources.map(nameOf))
  const kept = own.finding.trim()
  const replaces = kept === '' || kept === other.finding.trim()
  return {
    finding: replaces ? other.finding : `${own.finding}\n\n${other.finding}`.trim(),
    sources: other.sources.filter((source) => !known.has(nameOf(source))),
  }
}

type Taken = { before: string; after: string; sources: number }

/** Who counts as a writer of what was taken over: whoever wrote it there, beside the one who takes it. */
export function takenWriters(actorId: string, others: readonly Writer[], { before, after, sources }: Taken) {
  const there = (part: ClaimPart) => others.filter((one) => one.part === part).map((one) => one.personId)
  const changed = before !== after
  return [
    { part: 'status' as const, by: [actorId, ...there('status')], anew: true },
    {
      part: 'finding' as const,
      by: changed ? [actorId, ...there('finding')] : there('finding'),
      anew: changed && findingBegins(before, after),
    },
    ...(sources > 0 ? [{ part: 'sources' as const, by: [actorId, ...there('sources')] }] : []),
  ]
}
