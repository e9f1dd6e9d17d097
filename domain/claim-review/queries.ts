import 'server-only'
import { dayIn } from '@/domain/calendar/clock'
import { forbidden, notFound } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { settings } from '@/services/settings'
import { buildClaimReview } from './build'
import { attributionOf } from '@/domain/attribution/rules'
import type { ArticleReviews } from './shape'

/**
 * Which claims of an article yield a ClaimReview now, and why the others do not. Withdrawn claims are left out.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function getClaimReviews(actor: Actor, articleId: string): Promise<ArticleReviews> {
  if (!may(actor, 'exportArticle')) throw forbidden()
  const found = await db().article.findUnique({
    where: { id: articleId },
    select: {
      id: true,
      title: true,
      language: true,
      canonicalUrl: true,
      claims: {
        where: { withdrawnAt: null },
        orderBy: { number: 'asc' },
        select: {
          id: true,
          number: true,
          quote: true,
          status: true,
          reviewedAt: true,
          speaker: true,
          speakerKind: true,
          saidOn: true,
          saidAt: true,
          rating: true,
          ratingName: true,
          anchors: { orderBy: { revision: { number: 'desc' } }, take: 1, select: { state: true } },
        },
      },
    },
  })
  if (!found) throw notFound()
  const { claims, ...article } = found
  const { newsroomName, newsroomTimeZone, publicUrl } = settings()
  const answer: ArticleReviews = { article, reviews: [], refused: [] }
  for (const claim of claims) {
    const { id, number, quote, status, reviewedAt } = claim
    const name = { id, number, quote, status }
    const built = buildClaimReview({
      claim: {
        number,
        quote,
        status,
        attribution: attributionOf(claim),
        orphaned: claim.anchors[0]?.state === 'orphaned',
      },
      article,
      newsroom: newsroomName,
      publicUrl,
      reviewedOn: reviewedAt && dayIn(reviewedAt, newsroomTimeZone),
    })
    if (built.ok) answer.reviews.push({ claim: name, review: built.review })
    else answer.refused.push({ claim: name, reasons: built.reasons })
  }
  return answer
}
