import { getFormatter, getTranslations } from 'next-intl/server'
import type { PublishedCorrection } from '@/domain/published-correction/shape'
import { isUpdated } from '@/domain/published-correction/rules'
import { KindBadge } from './kind-badge'
import { ownWords } from './own-words'

/** A correction in the list, with enough detail for readers to see whether it concerns them. */
export async function CorrectionItem({
  correction,
  href,
}: {
  correction: PublishedCorrection
  href: string
}) {
  const [t, format] = await Promise.all([getTranslations('readers'), getFormatter()])
  const { kind, number, article, note, right, publishedAt, updatedAt } = correction
  const own = ownWords(article.language)
  return (
    <article className="public-item" aria-labelledby={`correction-${number}`}>
      <p className="public-facts">
        <KindBadge kind={kind} label={t(`kind.${kind}`)} />
        <time dateTime={publishedAt.toISOString()}>{format.dateTime(publishedAt, 'longDay')}</time>
        <span>{t('list.number', { number: String(number) })}</span>
        {isUpdated(correction) && (
          <span>
            {t('correction.updated')}{' '}
            <time dateTime={updatedAt.toISOString()}>{format.dateTime(updatedAt, 'longDay')}</time>
          </span>
        )}
      </p>
      <h3 id={`correction-${number}`} {...own}>
        <a className="hover:underline" href={href}>
          {article.title}
        </a>
      </h3>
      <p className="public-prose" {...own}>
        {note || right}
      </p>
    </article>
  )
}
