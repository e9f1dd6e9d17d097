import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Request } from '../parts/request'
import type { CorrectionRequest } from '@/domain/correction-request/shape'
import type { CorrectionDetail } from '@/domain/correction/shape'
import { said } from '@/domain/shape'
import { directionOf } from '@/text/direction'

type Props = {
  correction: CorrectionDetail
  correctionRequests: CorrectionRequest[]
  publicUrl: string
}

/** Where a correction came from, and where readers can see it once it is published. */
export async function About({ correction, correctionRequests, publicUrl }: Props) {
  const t = await getTranslations('correction')
  const format = await getFormatter()
  const { article, claim, rippleOf } = correction
  const address = `${publicUrl}/corrections/${correction.number}`
  return (
    <>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {claim && (
          <li>
            <Link prefetch={false} className="link" href={`/articles/${article.id}/claims/${claim.number}`}>
              {t('about.claim', { number: claim.number })}
            </Link>
          </li>
        )}
        {correction.fixedIn && (
          <li>
            <Link
              prefetch={false}
              className="link"
              href={`/articles/${article.id}/revisions/${correction.fixedIn}`}
            >
              {t('about.fixedIn', { number: correction.fixedIn })}
            </Link>
          </li>
        )}
        {correction.state === 'published' && (
          <li className="min-w-0 break-all">
            {t('about.public')}:{' '}
            <a className="link" dir="ltr" href={address}>
              {address}
            </a>
          </li>
        )}
      </ul>
      {correction.rejectedAt && (
        <p className="break-words">
          <bdi>{t('about.rejectedWhy', { why: correction.rejectedWhy })}</bdi>
        </p>
      )}
      {rippleOf && (
        <section className="correction-card">
          <p className="text-sm">
            <Link prefetch={false} className="link" href={`/corrections-desk/${rippleOf.number}`}>
              {t('about.rippleOf', { number: rippleOf.number })}
            </Link>
            <span aria-hidden> · </span>
            <bdi>{rippleOf.article.title}</bdi>
          </p>
          {(
            [
              ['firstWrong', rippleOf.wrong],
              ['firstRight', rippleOf.right],
            ] as const
          ).map(
            ([key, words]) =>
              words && (
                <p key={key} className="text-sm break-words">
                  {t(`about.${key}`)}{' '}
                  <span lang={rippleOf.article.language} dir={directionOf(rippleOf.article.language)}>
                    {words}
                  </span>
                </p>
              ),
          )}
        </section>
      )}
      {correctionRequests.map((request) => (
        <section key={request.id} className="correction-card">
          <p className="field-label">
            {t('about.request')} · <bdi>{format.dateTime(request.createdAt, 'short')}</bdi>
          </p>
          <Request request={said(request)} />
        </section>
      ))}
    </>
  )
}
