import { findingBegins, type ClaimPart, type Writer } from '@/domain/sign-off/rules'
import { answersTo, listed } from '@/text/likeness/answers'
import type { Difference } from '@/text/likeness/differences'
import type { AskedAs, Related } from '@/text/likeness/related'
import { statementOf, type Words } from '@/text/likeness/statement'
import type { Weights } from '@/text/likeness/weights'
import type {
  Checked,
  SimilarPassage as Passage,
  SimilarPassages as Passages,
  SimilarToText as PassagesOfText,
} from './shape'

/** A passage to compare. Of equal ones, the one with the latest `at` is the newest. */
export type Candidate = Omit<Passage, keyof Related> & { at: Date }

export type SimilarPassage = Candidate & Related

export type SimilarPassages = Omit<Passages, 'items'> & { items: SimilarPassage[] }
export type SimilarToText = Omit<PassagesOfText, 'items'> & { items: (SimilarPassage & Checked)[] }

export const SIMILAR_SHOWN = 30

type Asked = { words: Words; language: string; as: AskedAs }

/**
 * The candidates that say the same as the words, or may answer them, the best match first. Of equal ones, the newest
 * comes first.
 */
export function similarTo(
  { words, language, as }: Asked,
  candidates: readonly Candidate[],
  weights: Weights,
): SimilarPassage[] {
  const others = [...candidates]
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? -1 : 1))
    .map((item) => ({ item, statement: statementOf({ quote: item.quote, context: item.context }) }))
  const answers = answersTo(statementOf(words, language), others, { weights, as })
  return listed(withoutClaimed(answers)).slice(0, SIMILAR_SHOWN)
}

/**
 * The differences to show. Most words of an answer that is only near are other words, so differences of words and order
 * would say nothing new.
 */
export const differencesTold = ({ isSame, differences }: Related): Difference[] =>
  isSame
    ? differences
    : differences.filter(({ kind }) => kind !== 'words' && kind !== 'around' && kind !== 'order')

/** Drops a sentence when a claim on it answers too. */
export function withoutClaimed<P extends SimilarPassage>(answers: readonly P[]): P[] {
  const claims = answers.filter(({ kind }) => kind === 'claim')
  const isClaimed = ({ article, quote }: SimilarPassage) =>
    claims.some((claim) => claim.article.id === article.id && quote.includes(claim.quote))
  return answers.filter((one) => one.kind === 'claim' || !isClaimed(one))
}

type Judged<S> = { finding: string; sources: readonly S[] }

/**
 * The finding and sources of a claim that takes over another's verdict. Its own finding stays, with the other one below
 * it. Sources that it already has are not added again.
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

/** Who counts as a writer of each part that was taken over: its writers there, and the person who takes it over. */
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
