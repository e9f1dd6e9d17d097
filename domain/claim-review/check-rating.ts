import { parseNumber } from '@/text/digits'
import { checkNode, checkText, first, type Desk } from './checks'
import { BEST_RATING, isInWords, WORST_RATING } from '@/domain/attribution/rules'
import type { Node } from './nodes'
import { step } from './problems'

/** A number, or a text of ASCII digits. Programs that read the markup know no other digits. */
function checkNumber(desk: Desk, node: Node, path: string, name: string): number | null {
  const value = first(desk, node, path, name, 'warning')
  if (value === undefined) return null
  if (typeof value === 'number') return value
  if (typeof value === 'string' && /^[+-]?\d+(?:\.\d+)?$/.test(value.trim())) return Number(value)
  const inOtherDigits = typeof value === 'string' && parseNumber(value) !== null
  desk.report('error', step(path, name), inOtherDigits ? 'ratingDigits' : 'ratingNotNumber', {
    property: name,
  })
  return null
}

/**
 * Checks a schema.org Rating: a name in words and a number within a scale. `bestRating` and `worstRating` default to 5
 * and 1. A scale that begins above 1 is probably the range of ratings given so far, so it is an error.
 */
export function checkRating(desk: Desk, value: unknown, path: string): void {
  if (!checkNode(desk, value, path, ['Rating'])) return
  const name = checkText(desk, value, path, 'alternateName', 'error')
  if (name !== null && !isInWords(name)) desk.report('error', step(path, 'alternateName'), 'notInWords')
  const rating = checkNumber(desk, value, path, 'ratingValue')
  const best = checkNumber(desk, value, path, 'bestRating') ?? BEST_RATING
  const worst = checkNumber(desk, value, path, 'worstRating') ?? WORST_RATING
  if (best <= worst) return desk.report('error', step(path, 'bestRating'), 'ratingOrder', { best, worst })
  if (worst > WORST_RATING)
    return desk.report('error', step(path, 'worstRating'), 'ratingObserved', { best, worst })
  if (rating !== null && (rating < worst || rating > best))
    desk.report('error', step(path, 'ratingValue'), 'ratingOutside', { rating, best, worst })
}
