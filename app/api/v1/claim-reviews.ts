import { createTranslator } from 'use-intl/core'
import { attributeClaim } from '@/domain/attribution/commands'
import { getClaimReviews } from '@/domain/claim-review/queries'
import { claimReviews, type Problem } from '@/domain/claim-review/shape'
import { validateMarkup } from '@/domain/claim-review/validate'
import { getClaim } from '@/domain/claim/queries'
import { preferredLocale, type Locale } from '@/text/locale'
import { messagesOf } from '@/services/messages'
import { checkedMarkup, newAttribution, pastedMarkup } from './claim-review-shapes'
import { claim } from '@/domain/claim/shape'
import { operation } from './operation'
import { newRouter } from './router'
import { idOf, json, jsonBody, refusals, WRITE_REFUSALS } from './shapes'

export const claimReview = newRouter()

const attribute = operation({
  operationId: 'attributeClaim',
  may: 'reviewClaim',
  method: 'put',
  path: '/claims/{id}/attribution',
  summary: 'Say whose statement a claim is, or that it is the newsroom’s own sentence',
  request: { params: idOf('claim'), ...jsonBody(newAttribution) },
  responses: { 200: json(claim, 'The claim after the change.'), ...refusals(...WRITE_REFUSALS, 409) },
})

claimReview.openapi(attribute, async (c) => {
  const { id } = c.req.valid('param')
  await attributeClaim(c.var.actor, { id, ...c.req.valid('json') })
  return c.json(await getClaim(c.var.actor, id), 200)
})

const ofArticle = operation({
  operationId: 'getClaimReviews',
  may: 'exportArticle',
  method: 'get',
  path: '/articles/{id}/claim-review.json',
  summary: 'The ClaimReviews of an article, and why other claims give none',
  request: { params: idOf('article') },
  responses: { 200: json(claimReviews, 'The reviews.'), ...refusals(401, 404) },
})

claimReview.openapi(ofArticle, async (c) => {
  const { reviews, refused } = await getClaimReviews(c.var.actor, c.req.valid('param').id)
  return c.json({ reviews: reviews.map(({ review }) => ({ ...review })), refused }, 200)
})

function worded(locale: Locale) {
  const messages: Record<string, string> = messagesOf(locale).claimReview.problem
  const t: (key: string, params?: Problem['params']) => string = createTranslator({ locale, messages })
  return <P extends Problem>({ params, ...problem }: P) => ({ ...problem, message: t(problem.key, params) })
}

const validate = operation({
  operationId: 'validateClaimReview',
  may: 'readClaims',
  method: 'post',
  path: '/claim-review/validate',
  summary: 'Check ClaimReview markup, as JSON-LD or in a page; nothing is saved',
  request: jsonBody(pastedMarkup),
  responses: { 200: json(checkedMarkup, 'What was found.'), ...refusals(400, 401, 413, 415, 422) },
})

claimReview.openapi(validate, (c) => {
  const { markup, page } = c.req.valid('json')
  const { valid, problems, reviews } = validateMarkup(markup, page ?? null)
  const word = worded(preferredLocale(c.req.header('accept-language')))
  return c.json(
    {
      valid,
      problems: problems.map(word),
      reviews: reviews.map((review) => ({ ...review, problems: review.problems.map(word) })),
    },
    200,
  )
})
