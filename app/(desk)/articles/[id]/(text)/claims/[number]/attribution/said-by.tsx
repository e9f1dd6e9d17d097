'use client'

import { useLocale, useTranslations } from 'next-intl'
import { BEST_RATING, ratingByStatus, scaleName } from '@/domain/attribution/rules'
import type { Attribution } from '@/domain/attribution/shape'
import type { ClaimStatus } from '@/domain/claim/statuses'

/** One short paragraph: who said it, when, where, and its rating. */
export function SaidBy({ attribution, status }: { attribution: Attribution | null; status: ClaimStatus }) {
  const t = useTranslations('claimReview')
  const locale = useLocale()
  if (!attribution) return <p className="text-sm text-ink-muted">{t('attribution.own')}</p>
  const rating = attribution.rating ?? ratingByStatus(status)
  const name = rating === null ? null : attribution.ratingName || scaleName(rating, locale)
  return (
    <p className="text-sm break-words">
      <bdi className="font-semibold">{attribution.speaker}</bdi>
      {attribution.saidOn && (
        <>
          {' '}
          <span>
            {t.rich('attribution.saidOnDay', {
              on: attribution.saidOn,
              day: (chunks) => <bdi dir="ltr">{chunks}</bdi>,
            })}
          </span>
        </>
      )}
      {attribution.saidAt && (
        <>
          <span aria-hidden> · </span>
          <a className="link" href={attribution.saidAt} rel="noreferrer noopener" target="_blank">
            <bdi>{new URL(attribution.saidAt).hostname}</bdi>
          </a>
        </>
      )}
      {rating !== null && (
        <>
          <span aria-hidden> · </span>
          <span>{t('article.rated', { rating, best: BEST_RATING, name: name ?? '' })}</span>
        </>
      )}
    </p>
  )
}
