import { publicUrl } from '@/text/public-address'
import type { ClaimStatus } from '@/domain/claim/statuses'
import {
  BEST_RATING,
  hasVerdict,
  ratingByStatus,
  ratingFits,
  scaleName,
  WORST_RATING,
} from '@/domain/attribution/rules'
import type { Attribution } from '@/domain/attribution/shape'

export type ReviewedClaim = {
  number: number
  quote: string
  status: ClaimStatus
  attribution: Attribution | null
  /** Whether the claim's words are gone from the article. */
  orphaned: boolean
}

export type ReviewInput = {
  claim: ReviewedClaim
  article: { language: string; canonicalUrl: string | null }
  newsroom: string
  /** The public address of the newsroom. The review names the article's own site when this address is not public. */
  publicUrl: string
  /** The date of the verdict, YYYY-MM-DD. */
  reviewedOn: string | null
}

export const REFUSALS = [
  'no_speaker',
  'no_verdict',
  'not_in_text',
  'no_address',
  'private_address',
  'rating_against_verdict',
  'rating_without_words',
] as const
/** Why a claim yields no ClaimReview. */
export type Refusal = (typeof REFUSALS)[number]

export type Rated = {
  '@type': 'Rating'
  ratingValue: number
  bestRating: number
  worstRating: number
  alternateName: string
}

/** https://schema.org/ClaimReview, with the properties that search engines ask for. */
export type ClaimReview = {
  '@context': 'https://schema.org'
  '@type': 'ClaimReview'
  url: string
  claimReviewed: string
  inLanguage: string
  datePublished?: string
  author: { '@type': 'Organization'; name: string; url: string }
  itemReviewed: {
    '@type': 'Claim'
    author: { '@type': 'Person' | 'Organization'; name: string }
    datePublished?: string
    appearance?: { '@type': 'CreativeWork'; url: string }
  }
  reviewRating: Rated
}

export type BuiltReview = { ok: true; review: ClaimReview } | { ok: false; reasons: Refusal[] }

function addressOf({ canonicalUrl }: ReviewInput['article']): URL | Refusal {
  if (!canonicalUrl) return 'no_address'
  return publicUrl(canonicalUrl) ?? 'private_address'
}

/** The published rating: the one somebody chose, or else the default of the status. */
function ratingOf({ status, attribution }: ReviewedClaim, language: string): Rated | Refusal | null {
  const value = attribution?.rating ?? ratingByStatus(status)
  if (value === null || !hasVerdict(status)) return null
  if (!ratingFits(status, value)) return 'rating_against_verdict'
  const alternateName = attribution?.ratingName || scaleName(value, language)
  if (!alternateName) return 'rating_without_words'
  return {
    '@type': 'Rating',
    ratingValue: value,
    bestRating: BEST_RATING,
    worstRating: WORST_RATING,
    alternateName,
  }
}

function itemReviewed({ speaker, speakerKind, saidOn, saidAt }: Attribution): ClaimReview['itemReviewed'] {
  return {
    '@type': 'Claim',
    author: { '@type': speakerKind === 'person' ? 'Person' : 'Organization', name: speaker },
    ...(saidOn && { datePublished: saidOn }),
    ...(saidAt && { appearance: { '@type': 'CreativeWork', url: saidAt } }),
  }
}

/**
 * Builds the ClaimReview of one claim, or lists every reason why it has none. The claim must quote a named speaker
 * outside the newsroom and be verified or disputed, and its page must be public. A finding is not required, because
 * schema.org has no required property for it.
 */
export function buildClaimReview(input: ReviewInput): BuiltReview {
  const { claim, article, newsroom, reviewedOn } = input
  const { attribution } = claim
  const address = addressOf(article)
  const rating = ratingOf(claim, article.language)
  const reasons: Refusal[] = []
  if (!attribution) reasons.push('no_speaker')
  if (!hasVerdict(claim.status)) reasons.push('no_verdict')
  if (claim.orphaned) reasons.push('not_in_text')
  if (typeof address === 'string') reasons.push(address)
  if (attribution && typeof rating === 'string') reasons.push(rating)
  if (
    reasons.length > 0 ||
    !attribution ||
    typeof address === 'string' ||
    !rating ||
    typeof rating === 'string'
  )
    return { ok: false, reasons }
  const url = new URL(address)
  url.hash = `claim-${claim.number}`
  return {
    ok: true,
    review: {
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: url.href,
      claimReviewed: claim.quote.replace(/\s+/g, ' ').trim(),
      inLanguage: article.language,
      ...(reviewedOn && { datePublished: reviewedOn }),
      author: {
        '@type': 'Organization',
        name: newsroom,
        url: (publicUrl(input.publicUrl) ?? new URL(address.origin)).href,
      },
      itemReviewed: itemReviewed(attribution),
      reviewRating: rating,
    },
  }
}
