import { parseNumber } from '@/text/digits'
import { checkNode, checkText, first, has, type Desk } from './checks'
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

/** Rating and what schema.org derives from it. */
const RATINGS = ['Rating', 'AggregateRating', 'EmployerAggregateRating', 'EndorsementRating']

/** The verdict in words is `alternateName`. Google reads `name` when it is left out, but recommends the former. */
function checkWords(desk: Desk, rating: Node, path: string) {
  const byName = !has(rating, 'alternateName') && has(rating, 'name')
  const property = byName ? 'name' : 'alternateName'
  if (byName) desk.report('warning', step(path, 'alternateName'), 'ratingByName')
  const name = checkText(desk, rating, path, property, 'error')
  if (name !== null && !isInWords(name)) desk.report('error', step(path, property), 'notInWords')
}

/**
 * Checks a schema.org Rating: a name in words and a number within a scale. `bestRating` and `worstRating` default to 5
 * and 1. A scale must begin at 1: Google requires at least that, and one that begins above it is probably the range of
 * the ratings given so far.
 */
export function checkRating(desk: Desk, value: unknown, path: string): void {
  if (!checkNode(desk, value, path, RATINGS)) return
  checkWords(desk, value, path)
  const rating = checkNumber(desk, value, path, 'ratingValue')
  const best = checkNumber(desk, value, path, 'bestRating') ?? BEST_RATING
  const worst = checkNumber(desk, value, path, 'worstRating') ?? WORST_RATING
  if (worst < WORST_RATING)
    return desk.report('error', step(path, 'worstRating'), 'ratingBelowOne', { worst })
  if (best <= worst) return desk.report('error', step(path, 'bestRating'), 'ratingOrder', { best, worst })
  if (worst > WORST_RATING)
    return desk.report('error', step(path, 'worstRating'), 'ratingObserved', { best, worst })
  if (rating !== null && (rating < worst || rating > best))
    desk.report('error', step(path, 'ratingValue'), 'ratingOutside', { rating, best, worst })
}
