import Link from 'next/link'
import type { Ref } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import { SimilarPassageItem } from '@/components/claim/similar-passage'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { isReviewed } from '@/domain/claim/rules'
import type { SimilarToText } from '@/domain/reuse/rules'
import { directionOf } from '@/text/direction'

type Props = {
  answer: SimilarToText
  mayAdd: boolean
  /** The heading gets the focus, because focusing a long list would scroll past its beginning. */
  ref: Ref<HTMLHeadingElement>
}

/** The passages that say the same as a message, the best match first. When there are none, it says what to do. */
export function SimilarAnswers({ answer: { context, language, items }, mayAdd, ref }: Props) {
  const t = useTranslations('claims.similar')
  if (items.length === 0)
    return (
      <section ref={ref} tabIndex={-1} aria-label={t('nothing')}>
        <EmptyState
          title={t('nothing')}
          description={t('nothingHint')}
          action={
            <div className="flex flex-wrap justify-center gap-2">
              {mayAdd && (
                <Link className={buttonClass({ variant: 'primary' })} href="/articles/new" prefetch={false}>
                  {t('newArticle')}
                </Link>
              )}
              <Link className={buttonClass()} href="/claims" prefetch={false}>
                {t('toClaims')}
              </Link>
            </div>
          }
        />
      </section>
    )
  const reviewed = items.some(({ status }) => status !== null && isReviewed(status))
  return (
    <section className="grid gap-3" aria-labelledby="similar-found">
      <h2 ref={ref} id="similar-found" tabIndex={-1} className="text-lg font-semibold">
        {t('found', { count: items.length })}
      </h2>
      {!reviewed && <p>{t('noneReviewed')}</p>}
      <p className="text-sm text-ink-muted">
        {t('lookedFor')} <bdi lang={language}>{context}</bdi>
      </p>
      <ol className="grid gap-2">
        {items.map((item) => (
          <li key={`${item.kind}-${item.id}`} className="grid gap-2 rounded border border-line bg-panel p-3">
            <SimilarPassageItem item={item} language={language} />
            <Found item={item} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What the desk found out about a claim, and when. */
function Found({ item }: { item: SimilarToText['items'][number] }) {
  const t = useTranslations('claims.similar')
  const format = useFormatter()
  const { finding, reviewedAt, article } = item
  return (
    <>
      {finding !== '' && (
        <p className="text-sm">
          <strong className="font-semibold">{t('finding')}</strong>{' '}
          <bdi lang={article.language} dir={directionOf(article.language)} className="break-words">
            {finding}
          </bdi>
        </p>
      )}
      {reviewedAt && (
        <p className="text-sm text-ink-muted">
          <time dateTime={reviewedAt.toISOString()} title={format.dateTime(reviewedAt, 'exact')}>
            {t('checkedAt', { at: format.dateTime(reviewedAt, 'short') })}
          </time>
        </p>
      )}
    </>
  )
}
