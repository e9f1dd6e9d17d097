import { getLocale } from 'next-intl/server'
import { readAddress } from '@/app/address'
import { reviewsAddressSchema } from '@/domain/claim-review/schema'
import { deskRoute } from '@/app/server/desk-route'
import { wrongAddress } from '@/app/server/wrong-address'
import { getClaimReviews } from '@/domain/claim-review/queries'
import { notFound, type ErrorCode } from '@/domain/errors'
import { contentDisposition } from '@/text/file-name'
import { UUID } from '@/text/uuid'

const STATUS: Partial<Record<ErrorCode, number>> = { unauthenticated: 401, forbidden: 403 }

const file = (value: object, name: string) =>
  new Response(`${JSON.stringify(value, null, 2)}\n`, {
    headers: {
      'content-type': 'application/ld+json; charset=utf-8',
      'content-disposition': contentDisposition(name, 'attachment'),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })

/** The ClaimReviews of an article as a list, or one of them if `?claim=` gives a claim's number. */
export const GET = deskRoute<{ id: string }>(
  async ({ actor, request, params: { id } }) => {
    if (!UUID.test(id)) throw notFound()
    const { params, issues } = await readAddress(reviewsAddressSchema, request)
    if (issues.length > 0) return wrongAddress(issues, await getLocale())
    const { claim: number } = params
    const { article, reviews } = await getClaimReviews(actor, id)
    if (number === undefined)
      return file(
        reviews.map(({ review }) => review),
        `${article.title} – ClaimReview.json`,
      )
    const found = reviews.find(({ claim }) => claim.number === number)
    if (!found) throw notFound()
    return file(found.review, `${article.title} – ClaimReview ${number}.json`)
  },
  ({ code }) => new Response(null, { status: STATUS[code] ?? 404 }),
)
