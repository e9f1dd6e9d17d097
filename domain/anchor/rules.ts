import { QUOTE_MAX } from '@/domain/claim/rules'
import { invalid, type Issue } from '@/domain/errors'
import type { AnchorText } from '@/text/anchor'
import type { Located } from '@/text/locate'
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
