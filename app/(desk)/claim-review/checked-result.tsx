'use client'

import type { Ref } from 'react'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import type { CheckedMarkup, CheckedReview, Problem } from '@/domain/claim-review/shape'
import { CircleAlert, TriangleAlert } from 'lucide-react'

const SIGNS = { error: CircleAlert, warning: TriangleAlert } as const

function ProblemLine({ problem, block }: { problem: Problem; block: number | null }) {
  const t = useTranslations('claimReview')
  const { severity, key, params, path } = problem
  const Sign = SIGNS[severity]
  return (
    <li className="banner" data-tone={severity === 'error' ? 'error' : 'warn'}>
      <Sign aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="break-words">
          <span className="font-semibold">{t(`check.${severity}`)}: </span>
          <bdi>{t(`problem.${key}`, params as never)}</bdi>
        </p>
        <p className="flex flex-wrap gap-x-2 text-sm">
          {block !== null && <span>{t('check.inBlock', { block })}</span>}
          <code dir="ltr" className="font-mono break-all">
            {path}
          </code>
        </p>
      </div>
    </li>
  )
}

function Review({ review, number }: { review: CheckedReview; number: number }) {
  const t = useTranslations('claimReview.check')
  const { problems, block } = review
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  const tally = [
    errors.length > 0 && t('errors', { count: errors.length }),
    warnings.length > 0 && t('warnings', { count: warnings.length }),
  ].filter(Boolean)
  return (
    <li className="grid gap-2 border-t border-line pt-3">
      <h3 className="font-semibold">
        {t('review', { number })}
        <span className="text-sm font-normal text-ink-muted">
          {tally.map((part) => (
            <span key={String(part)}>
              <span aria-hidden> · </span>
              {part}
            </span>
          ))}
          {block !== null && (
            <>
              <span aria-hidden> · </span>
              {t('inBlock', { block })}
            </>
          )}
        </span>
      </h3>
      {review.claimReviewed && (
        <p className="line-clamp-3 break-words">
          <bdi>{review.claimReviewed}</bdi>
        </p>
      )}
      {problems.length === 0 ? (
        <p className="text-sm text-ink-muted">{t('fine')}</p>
      ) : (
        <ul className="grid gap-2">
          {[...errors, ...warnings].map((problem) => (
            <ProblemLine key={problem.path + problem.key} problem={problem} block={null} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** The result of a check: whether the markup as a whole is valid, then each review with its problems, errors first. */
export function CheckedResult({ checked, ref }: { checked: CheckedMarkup; ref: Ref<HTMLElement> }) {
  const t = useTranslations('claimReview.check')
  const { valid, problems, reviews } = checked
  const warned = problems.length > 0 || reviews.some((review) => review.problems.length > 0)
  const count = reviews.length
  const title = valid ? t(warned ? 'validWarned' : 'valid', { count }) : t('invalid')
  return (
    <section ref={ref} tabIndex={-1} aria-labelledby="result" className="grid gap-3">
      <h2 id="result" className="text-lg font-semibold">
        {t('result')}
      </h2>
      <Banner tone={valid ? (warned ? 'warn' : 'success') : 'error'} title={title} />
      {problems.length > 0 && (
        <ul className="grid gap-2">
          {problems.map((problem, index) => (
            <ProblemLine key={index} problem={problem} block={problem.block} />
          ))}
        </ul>
      )}
      {count > 0 && (
        <ol className="grid gap-4">
          {reviews.map((review, index) => (
            <Review key={index} review={review} number={index + 1} />
          ))}
        </ol>
      )}
    </section>
  )
}
