import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { differencesTold, type SimilarPassage } from '@/domain/reuse/rules'
import { directionOf } from '@/text/direction'
import type { Reason } from '@/text/likeness/compare'
import { Differences } from './differences'
import { ClaimStatusBadge } from './status'

type Props = {
  item: SimilarPassage
  /** The language of the words that the passage is compared with. */
  language: string
}

/** A passage that may say the same: its article, its words, why it matches, and how it differs. */
export function SimilarPassageItem({ item, language }: Props) {
  const t = useTranslations('article.similar')
  const tCommon = useTranslations('common')
  const dir = directionOf(useLocale())
  const why = (reason: Reason) =>
    reason.kind === 'words'
      ? t('reason.words', { share: reason.share })
      : t(`reason.${reason.kind}`, { values: reason.values.join(' · ') })
  // The list of differences already shows other figures.
  const reasons = item.reasons.filter(({ kind }) => kind !== 'other_numbers')
  const written = item.article.language
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {item.status ? (
          <ClaimStatusBadge status={item.status} label={tCommon(`status.${item.status}`)} />
        ) : (
          <span className="text-sm text-ink-muted">{t('sentence')}</span>
        )}
        <Link
          prefetch={false}
          className="link min-w-0 break-words"
          href={`/articles/${item.article.id}${item.kind === 'claim' ? `/claims/${item.number}` : ''}`}
        >
          <bdi>{item.article.title}</bdi>
        </Link>
        {!item.isSame && <span className="text-sm text-ink-muted">{t('near')}</span>}
      </div>
      <p lang={written} dir={directionOf(written)} className="outcome-quote">
        {item.quote}
      </p>
      <p className="text-sm text-ink-muted">
        {reasons.map((reason, index) => (
          <span key={reason.kind}>
            {index > 0 && <span aria-hidden> · </span>}
            <bdi dir={dir}>{why(reason)}</bdi>
          </span>
        ))}
      </p>
      <Differences differences={differencesTold(item)} languages={{ here: language, there: written }} />
    </>
  )
}
