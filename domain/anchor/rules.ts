import { isReviewed, QUOTE_MAX } from '@/domain/claim/rules'
import type { ClaimStatus } from '@/domain/claim/statuses'
import { invalid, type Issue } from '@/domain/errors'
import { sameWords, type JudgedWords } from '@/domain/revision/rules'
import type { AnchorText } from '@/text/anchor'
import { locateQuote, type Located, type Span } from '@/text/locate'
import type { OfferedQuote, KeyedAnchor } from '@/text/locate-quotes'

/**
 * The problem with a quote that does not stand exactly once in the text; null when it does. The nearest words are only
 * suggestions.
 */
export function quoteIssue(found: Located, near: readonly AnchorText[], path = 'quote'): Issue | null {
  if (found?.kind === 'span') return null
  if (found) return { path, key: 'quoteAmbiguous', params: { count: found.candidates.length } }
  const offered = near.filter(({ quote }) => quote.length <= QUOTE_MAX)
  return { path, key: 'quoteMissing', ...(offered.length > 0 && { near: offered }) }
}

/** @throws DomainError `invalid` naming the quote when its words are missing or stand more than once */
export function requireWords({ found, words, near }: OfferedQuote): KeyedAnchor {
  if (words) return words
  const issue = quoteIssue(found, near)
  throw invalid(issue ? [issue] : [])
}

/** The words on which a claim is put, and their sentences. */
export type PutOn = JudgedWords & {
  span: Span
  /** Whether their sentences occur only once in the text. */
  isOnce: boolean
}

/**
 * Whether these are the judged words themselves and not a copy of them. A claim that stands in the text must overlap
 * its own span; for any other claim, the words and their sentences must occur only once.
 */
const isJudgedPlace = (standing: Span | null, { span, quote, context, isOnce }: PutOn) =>
  standing
    ? standing.start < span.end && span.start < standing.end
    : isOnce && locateQuote(context.join(' '), quote)?.kind === 'span'

type Verdict = {
  status: ClaimStatus
  judged: JudgedWords
  /** The verdict that was set back; null if it now lacks something that it needs. */
  earlier: Partial<JudgedWords> | null
  /** The span on which the claim stands, if it stands on the words that it was judged on; else null. */
  standing: Span | null
}

/**
 * What becomes of a claim's verdict when the claim is put on words: it stays, returns or is set back. An unreviewed
 * claim has no verdict; it stays on the words on which it was found, or leaves them.
 */
export function verdictOn(
  { status, judged, earlier, standing }: Verdict,
  words: PutOn,
): 'stays' | 'returns' | 'leaves' {
  const isPlace = isJudgedPlace(standing, words)
  if (isReviewed(status)) return isPlace && sameWords(judged, words) ? 'stays' : 'leaves'
  if (earlier && isPlace && sameWords(earlier, words)) return 'returns'
  return isPlace && sameWords(judged, words) ? 'stays' : 'leaves'
}
