import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { ClaimStatusBadge } from '@/components/claim/status'
import { EmptyState } from '@/components/ui/empty-state'
import { Banner } from '@/components/ui/banner'
import { anchorsOf } from '@/domain/claim-review/anchors'
import { getClaimReviews } from '@/domain/claim-review/queries'
import type { ArticleReviews } from '@/domain/claim-review/shape'
import { directionOf } from '@/text/direction'
import { scriptOf } from '@/printing/json-ld'
import { found } from '@/app/server/found'
import { requireActor } from '@/app/server/session'
import { recordParams } from '@/app/server/record-params'
import { MarkupBlock } from './markup-block'
import '../claim-quote.css'
import { articlePageTitle } from '@/app/server/page-title'

export const generateMetadata = articlePageTitle((t) => t('claimReview.article.title'))

type NamedClaim = ArticleReviews['refused'][number]['claim']

/** A claim's number, status and words, with a link to the claim. */
async function ClaimLine({ article, claim }: { article: ArticleReviews['article']; claim: NamedClaim }) {
  const t = await getTranslations('common')
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">
        <Link prefetch={false} className="link" href={`/articles/${article.id}/claims/${claim.number}`}>
          {t('claimNumber', { number: claim.number })}
        </Link>
        <ClaimStatusBadge status={claim.status} label={t(`status.${claim.status}`)} />
      </h3>
      <blockquote lang={article.language} dir={directionOf(article.language)} className="claim-quote">
        {claim.quote}
      </blockquote>
    </>
  )
}

/** What the web page needs for these reviews: elements with ids, and a warning when it gets several. */
async function ForThePage({ reviews }: Pick<ArticleReviews, 'reviews'>) {
  const t = await getTranslations('claimReview.article')
  const ids = anchorsOf(reviews.map(({ review }) => review.url))
  return (
    <>
      {reviews.length > 1 && (
        <Banner tone="warn" title={t('several', { count: reviews.length })}>
          <p>{t('severalHint')}</p>
        </Banner>
      )}
      {ids.length > 0 && (
        <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
          <span>{t('anchors', { count: ids.length })}:</span>
          {ids.map((one) => (
            <code key={one} dir="ltr" className="font-mono">
              {one}
            </code>
          ))}
        </p>
      )}
    </>
  )
}

export default async function ArticleClaimReviewPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const { id } = await recordParams(params)
  const { article, reviews, refused } = await found(getClaimReviews(actor, id))
  const t = await getTranslations('claimReview')
  const base = `/articles/${id}`
  const page = article.canonicalUrl ? `?page=${encodeURIComponent(article.canonicalUrl)}` : ''
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <div className="grid gap-2">
        <PageHeader
          title={t('article.title')}
          description={
            <span lang={article.language} dir={directionOf(article.language)} className="at-page-edge block">
              {article.title}
            </span>
          }
          actions={
            <Link className="link" href={base}>
              {t('article.back')}
            </Link>
          }
        />
        <p className="text-ink-muted">{t('article.intro')}</p>
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <Link prefetch={false} className="link" href={`/claim-review${page}`}>
            {t('article.check')}
          </Link>
          <a className="link" href={`${base}/claim-review/json`} download>
            {t('article.json')}
          </a>
        </p>
      </div>
      {reviews.length + refused.length === 0 && <EmptyState title={t('article.noClaims')} />}
      {reviews.length + refused.length > 0 && (
        <section className="grid gap-4" aria-labelledby="given">
          <h2 id="given" className="text-lg font-semibold">
            {t('article.given', { count: reviews.length })}
          </h2>
          {reviews.length === 0 && <p className="text-ink-muted">{t('article.none')}</p>}
          <ForThePage reviews={reviews} />
          <ul className="grid gap-6">
            {reviews.map(({ claim, review }) => {
              const { alternateName, ratingValue, bestRating } = review.reviewRating
              return (
                <li key={claim.id} id={`claim-${claim.number}`} className="grid gap-2">
                  <ClaimLine article={article} claim={claim} />
                  <p className="text-sm">
                    <bdi>{t('article.said', { speaker: review.itemReviewed.author.name })}</bdi>
                    <span aria-hidden> · </span>
                    <span>
                      {t('article.rated', { rating: ratingValue, best: bestRating, name: alternateName })}
                    </span>
                  </p>
                  <MarkupBlock
                    number={claim.number}
                    script={scriptOf(review)}
                    download={`${base}/claim-review/json?claim=${claim.number}`}
                  />
                </li>
              )
            })}
          </ul>
        </section>
      )}
      {refused.length > 0 && (
        <section className="grid gap-4" aria-labelledby="refused">
          <h2 id="refused" className="text-lg font-semibold">
            {t('article.refused', { count: refused.length })}
          </h2>
          <ul className="grid gap-4">
            {refused.map(({ claim, reasons }) => (
              <li key={claim.id} id={`claim-${claim.number}`} className="grid gap-2">
                <ClaimLine article={article} claim={claim} />
                <ul aria-label={t('article.why')} className="grid list-disc gap-0.5 ps-5 text-sm">
                  {reasons.map((reason) => (
                    <li key={reason}>{t(`refusal.${reason}`)}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
