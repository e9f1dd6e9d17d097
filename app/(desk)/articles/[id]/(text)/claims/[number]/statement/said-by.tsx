'use client'

import { useLocale, useTranslations } from 'next-intl'
import { BEST_RATING, ratingByStatus, scaleName } from '@/domain/claim-review/rules'
import type { Statement } from '@/domain/claim-review/shape'
import type { ClaimStatus } from '@/domain/claim/statuses'

/** One short paragraph: who said it, when, where, and its rating. */
export function SaidBy({ statement, status }: { statement: Statement | null; status: ClaimStatus }) {
  const t = useTranslations('claimReview')
  const locale = useLocale()
  if (!statement) return <p className="text-sm text-ink-muted">{t('statement.own')}</p>
  const rating = statement.rating ?? ratingByStatus(status)
  const name = rating === null ? null : statement.ratingName || scaleName(rating, locale)
  return (
    <p className="text-sm break-words">
      <bdi className="font-semibold">{statement.speaker}</bdi>
      {statement.saidOn && (
        <>
          {' '}
          <span>
            {t.rich('statement.saidOnDay', {
              on: statement.saidOn,
              day: (chunks) => <bdi dir="ltr">{chunks}</bdi>,
            })}
          </span>
        </>
      )}
      {statement.saidAt && (
        <>
          <span aria-hidden> · </span>
          <a className="link" href={statement.saidAt} rel="noreferrer noopener" target="_blank">
            <bdi>{new URL(statement.saidAt).hostname}</bdi>
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
