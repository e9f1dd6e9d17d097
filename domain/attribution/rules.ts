import type { ErrorKey } from '@/domain/errors'
import type { Locale } from '@/text/locale'
import { STATUSES, type ClaimStatus } from '@/domain/claim/statuses'
import type { Attribution } from './shape'

/** The scale of all ratings, schema.org's `worstRating` and `bestRating`. */
export const WORST_RATING = 1
export const BEST_RATING = 5

/** The name of each step of the scale, in the languages for which the desk has names. */
export const RATING_NAMES = {
  en: { 1: 'False', 2: 'Mostly false', 3: 'Mixed', 4: 'Mostly true', 5: 'True' },
  ar: { 1: 'خاطئ', 2: 'خاطئ في معظمه', 3: 'مختلط', 4: 'صحيح في معظمه', 5: 'صحيح' },
} as const satisfies Record<Locale, Record<Rating, string>>

export const RATINGS = [1, 2, 3, 4, 5] as const
export type Rating = (typeof RATINGS)[number]

/** The attribution in a claim's columns; null when no speaker is named. */
export function attributionOf(claim: Attribution): Attribution | null {
  if (claim.speaker === '') return null
  const { speaker, speakerKind, saidOn, saidAt, rating, ratingName } = claim
  return { speaker, speakerKind, saidOn, saidAt, rating, ratingName }
}

/** The columns of a claim without an attribution. */
export const NO_ATTRIBUTION: Attribution = {
  speaker: '',
  speakerKind: 'person',
  saidOn: null,
  saidAt: null,
  rating: null,
  ratingName: '',
}

/** Whether a claim of this status can yield a ClaimReview. */
export const hasVerdict = (status: ClaimStatus) => STATUSES[status].ratings.length > 0

/** The ratings that agree with a status, its default first; all ratings when the status is no verdict. */
export const ratingsOf = (status: ClaimStatus): readonly Rating[] =>
  hasVerdict(status) ? STATUSES[status].ratings : RATINGS

/** The default rating of a status; null when the status is no verdict. */
export const ratingByStatus = (status: ClaimStatus): Rating | null =>
  hasVerdict(status) ? (ratingsOf(status)[0] ?? null) : null

export const ratingFits = (status: ClaimStatus, rating: number) =>
  ratingsOf(status).some((one) => one === rating)

/** The scale's name for a rating in the language of a BCP 47 tag; null when the scale has none. */
export function scaleName(rating: number, language: string): string | null {
  const [subtag = ''] = language.toLowerCase().split('-')
  const names: Record<number, string> | undefined = Object.hasOwn(RATING_NAMES, subtag)
    ? RATING_NAMES[subtag as keyof typeof RATING_NAMES]
    : undefined
  return names?.[rating] ?? null
}

/** Whether a rating's name contains words. Readers need words: figures and signs alone say nothing. */
export const isInWords = (name: string) => /\p{L}/u.test(name)

/** What is wrong with an attribution in an article of `language`: its rating contradicts the verdict or has no name. */
export function brokenAttribution(
  attribution: Attribution,
  { status, language }: { status: ClaimStatus; language: string },
): null | { path: 'rating' | 'ratingName'; key: ErrorKey } {
  const { rating, ratingName } = attribution
  if (rating !== null && !ratingFits(status, rating)) return { path: 'rating', key: 'ratingAgainstVerdict' }
  if (ratingName !== '' && !isInWords(ratingName)) return { path: 'ratingName', key: 'ratingNotInWords' }
  if (rating !== null && ratingName === '' && scaleName(rating, language) === null)
    return { path: 'ratingName', key: 'ratingNeedsWords' }
  return null
}
