import { blocksOf } from '@/text/blocks'
import { scoredSpans } from '@/text/cues/suggest'
import { asOneMatch, listed } from '@/text/likeness/answers'
import { stemsOf } from '@/text/likeness/keys'
import { sentencesOf } from '@/text/sentences'
import { withoutClaimed, type SimilarPassage } from './rules'

/** In UTF-16 units, more than the longest message of common messengers. */
export const MESSAGE_MAX = 5_000
/** Of a long message, at most so many sentences are searched for: those that most call for a check. */
const SENTENCES_MOST = 6
const ANSWERS_MOST = 10
/**
 * A sentence is searched for by itself only with at least so many content words and figures; a hashtag or a greeting
 * states nothing.
 */
const LEAST_CONTENT = 3

/**
 * The statements of a message to search for: the whole message and, if it has several sentences, each of those that
 * most call for a check. A claim of one sentence is hardly like a message of ten.
 */
export function statementsIn(said: string, language: string): string[] {
  const sentences = sentencesOf(said, blocksOf(said), language)
  if (sentences.length < 2) return [said]
  const asked = scoredSpans(said, sentences, language)
    .map(({ start, end, score }) => ({ text: said.slice(start, end), score }))
    .filter(({ text }) => stemsOf(text).length >= LEAST_CONTENT)
    .sort((a, b) => b.score - a.score)
    .slice(0, SENTENCES_MOST)
  return [...new Set([said, ...asked.map(({ text }) => text)])]
}

const byMatch = (a: SimilarPassage, b: SimilarPassage) =>
  b.score - a.score || b.at.getTime() - a.at.getTime() || (a.id < b.id ? -1 : 1)

/**
 * Merges the results for all statements into one list, the best match first. Each passage appears once, with the
 * statement that it matches best. A sentence is dropped when a claim on it is listed.
 */
export function bestOf(found: readonly (readonly SimilarPassage[])[]): SimilarPassage[] {
  const best = new Map<string, SimilarPassage>()
  for (const one of found.flat()) {
    const key = `${one.kind} ${one.id}`
    const known = best.get(key)
    best.set(key, known ? asOneMatch(known, one) : one)
  }
  return listed(withoutClaimed([...best.values()].sort(byMatch))).slice(0, ANSWERS_MOST)
}

/** In UTF-16 units. */
const EXCERPT_MAX = 280

/** The beginning of a finding, cut at the end of a word. */
export function excerptOf(finding: string): string {
  const line = finding.replace(/\s+/gu, ' ').trim()
  if (line.length <= EXCERPT_MAX) return line
  const cut = line.slice(0, EXCERPT_MAX)
  const words = cut.replace(/\s\S*$/u, '')
  return `${words.toWellFormed().replace(/\ufffd$/, '')}…`
}
