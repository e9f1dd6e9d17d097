import { getClaimReviews } from '@/domain/claim-review/queries'
import { DomainError } from '@/domain/errors'
import { contentDisposition } from '@/services/printing/file-name'
import { currentActor } from '@/services/session'
import { UUID } from '@/domain/text/uuid'

const nothing = (status: number) => new Response(null, { status })

const file = (value: object, name: string) =>
  new Response(`${JSON.stringify(value, null, 2)}\n`, {
    headers: {
      'content-type': 'application/ld+json; charset=utf-8',
      'content-disposition': contentDisposition(name, 'attachment'),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })

type Context = { params: Promise<{ id: string }> }

/** The ClaimReviews of an article as a list, or the one of `?claim=`, a claim's number. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const actor = await currentActor()
  if (!actor) return nothing(401)
  if (!UUID.test(id)) return nothing(404)
  try {
    const { article, reviews } = await getClaimReviews(actor, id)
    const number = new URL(request.url).searchParams.get('claim')
    if (number === null)
      return file(
        reviews.map(({ review }) => review),
        `${article.title} – ClaimReview.json`,
      )
    const found = reviews.find(({ claim }) => String(claim.number) === number)
    return found ? file(found.review, `${article.title} – ClaimReview ${number}.json`) : nothing(404)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return nothing(404)
    if (error instanceof DomainError && error.code === 'forbidden') return nothing(403)
    throw error
  }
}
