import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { CLAIM_STATUSES } from '@/domain/claim/statuses'
import { loadCase } from '@/tests/cases/load'
import { scriptOf } from '@/printing/json-ld'
import { buildClaimReview, type ReviewInput } from './build'
import { RATINGS } from '@/domain/attribution/rules'
import type { Attribution } from '@/domain/attribution/shape'
import { validateMarkup } from './validate'

const said = (fields: Partial<Attribution> = {}): Attribution => ({
  speaker: 'Dana Ospanova',
  speakerKind: 'person',
  saidOn: '2024-03-10',
  saidAt: 'https://example.org/speech',
  rating: null,
  ratingName: '',
  ...fields,
})

const input = (
  claim: Partial<ReviewInput['claim']> = {},
  rest: Partial<Omit<ReviewInput, 'claim'>> = {},
): ReviewInput => ({
  claim: {
    number: 7,
    quote: 'Nine thousand cars\n\ncross it a day',
    status: 'disputed',
    attribution: said(),
    orphaned: false,
    ...claim,
  },
  article: { language: 'en', canonicalUrl: 'https://news.example.org/bridge?a=1#top' },
  newsroom: 'Test Newsroom',
  publicUrl: 'http://127.0.0.1:3000',
  reviewedOn: '2026-11-25',
  ...rest,
})

const reviewOf = (given: ReviewInput) => {
  const built = buildClaimReview(given)
  if (!built.ok) throw new Error(built.reasons.join(' '))
  return built.review
}
const reasonsOf = (given: ReviewInput) => {
  const built = buildClaimReview(given)
  return built.ok ? [] : built.reasons
}

it('states who said what where, the rating and the reviewer', () => {
  expect(reviewOf(input())).toEqual({
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: 'https://news.example.org/bridge?a=1#claim-7',
    claimReviewed: 'Nine thousand cars cross it a day',
    inLanguage: 'en',
    datePublished: '2026-11-25',
    author: { '@type': 'Organization', name: 'Test Newsroom', url: 'https://news.example.org/' },
    itemReviewed: {
      '@type': 'Claim',
      author: { '@type': 'Person', name: 'Dana Ospanova' },
      datePublished: '2024-03-10',
      appearance: { '@type': 'CreativeWork', url: 'https://example.org/speech' },
    },
    reviewRating: {
      '@type': 'Rating',
      ratingValue: 1,
      bestRating: 5,
      worstRating: 1,
      alternateName: 'False',
    },
  })
  expect(reviewOf(input({}, { publicUrl: 'https://desk.example.org' })).author.url).toBe(
    'https://desk.example.org/',
  )
})

it('omits what is unknown', () => {
  const review = reviewOf(input({ attribution: said({ saidOn: null, saidAt: null }) }, { reviewedOn: null }))
  expect(review.itemReviewed).toEqual({
    '@type': 'Claim',
    author: { '@type': 'Person', name: 'Dana Ospanova' },
  })
  expect(review).not.toHaveProperty('datePublished')
})

test('a claim without a verdict yields no review, others yield one (C42)', () => {
  const { status_map } = loadCase<{ status_map: Record<string, string> }>('C42_ratings')
  for (const [name, right] of Object.entries(status_map)) {
    const status = CLAIM_STATUSES.find((one) => one === name.replace(' ', '_'))
    if (!status) throw new Error(`No status ${name}`)
    expect(buildClaimReview(input({ status })).ok).toBe(right === 'one ClaimReview')
  }
})

test('the date of the attribution is the date that was entered (C29)', () => {
  for (const { in: saidOn, json_ld } of loadCase<{ dates: { in: string; json_ld: string }[] }>(
    'C29_date_only',
  ).dates)
    expect(reviewOf(input({ attribution: said({ saidOn }) })).itemReviewed.datePublished).toBe(json_ld)
})

describe('refusals', () => {
  it('name every reason at once', () => {
    const none = input(
      { attribution: null, status: 'unreviewed', orphaned: true },
      { article: { language: 'en', canonicalUrl: null } },
    )
    expect(reasonsOf(none)).toEqual(['no_speaker', 'no_verdict', 'not_in_text', 'no_address'])
  })

  it.each([
    'http://localhost/a',
    'http://desk.local/a',
    'http://127.0.0.1:3000/a',
    'http://10.1.2.3/a',
    'http://[::1]/a',
    'http://2130706433/a',
    'http://intranet/a',
    'ftp://example.org/a',
    'not an address',
  ])('%s is not an address readers can open', (canonicalUrl) => {
    expect(reasonsOf(input({}, { article: { language: 'en', canonicalUrl } }))).toEqual(['private_address'])
  })

  it('a rating that contradicts the verdict is not published', () => {
    expect(reasonsOf(input({ attribution: said({ rating: 5 }) }))).toEqual(['rating_against_verdict'])
    expect(reasonsOf(input({ status: 'verified', attribution: said({ rating: 2 }) }))).toEqual([
      'rating_against_verdict',
    ])
  })

  it('an article language without names for the ratings needs the checker’s own', () => {
    const article = { language: 'fr-CA', canonicalUrl: 'https://example.org/a' }
    expect(reasonsOf(input({}, { article }))).toEqual(['rating_without_words'])
    const named = input({ attribution: said({ ratingName: 'Faux' }) }, { article })
    expect(reviewOf(named).reviewRating).toMatchObject({ ratingValue: 1, alternateName: 'Faux' })
  })
})

it('names the rating in the article’s language', () => {
  const article = { language: 'ar-EG', canonicalUrl: 'https://example.org/a' }
  const rated = (rating: number) =>
    reviewOf(input({ attribution: said({ rating }) }, { article })).reviewRating.alternateName
  expect([1, 2, 3].map(rated)).toEqual(['خاطئ', 'خاطئ في معظمه', 'مختلط'])
  expect(reviewOf(input({ status: 'verified' }, { article })).reviewRating).toMatchObject({
    ratingValue: 5,
    alternateName: 'صحيح',
  })
})

it('every review we build passes our own validator, also inside a page', () => {
  const words = fc
    .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
    .filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(
      words,
      words,
      fc.constantFrom('verified' as const, 'disputed' as const),
      fc.constantFrom(null, ...RATINGS),
      fc.constantFrom('en', 'ar', 'en-GB', 'ar-EG'),
      (quote, speaker, status, rating, language) => {
        const built = buildClaimReview(
          input(
            { quote, status, attribution: said({ speaker, rating }) },
            { article: { language, canonicalUrl: 'https://example.org/a' } },
          ),
        )
        if (!built.ok) {
          expect(built.reasons).toEqual(['rating_against_verdict'])
          return
        }
        const page = `<!doctype html><title>x</title>${scriptOf(built.review)}<p>text</p>`
        const checked = validateMarkup(page, 'https://example.org/a')
        expect(checked.problems).toEqual([])
        expect(checked.reviews.flatMap(({ problems }) => problems)).toEqual([])
        expect(checked).toMatchObject({ valid: true, reviews: [{ block: 1, path: '$' }] })
      },
    ),
  )
})
