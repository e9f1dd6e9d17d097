import { invalid } from '@/domain/errors'
import type { PlacedQuote, PlacedWords } from '@/text/place-quotes'

/** @throws DomainError `invalid` naming the quote, where its words are missing or stand more than once */
export function requireWords({ found, words }: PlacedQuote): PlacedWords {
  if (words) return words
  if (found?.kind !== 'ambiguous') throw invalid([{ path: 'quote', key: 'quoteMissing' }])
  throw invalid([{ path: 'quote', key: 'quoteAmbiguous', params: { count: found.candidates.length } }])
}
