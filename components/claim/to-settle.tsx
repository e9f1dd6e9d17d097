import Link from 'next/link'
import { useTranslations } from 'next-intl'

type Props = { articleId: string; revision: number; count: number; className?: string }

/** A link to the claims of an article that wait to be settled, with their number; nothing when there are none. */
export function ToSettle({ articleId, revision, count, className = '' }: Props) {
  const t = useTranslations('article')
  if (count === 0) return null
  return (
    <Link
      prefetch={false}
      className={`link ${className}`}
      href={`/articles/${articleId}/revisions/${revision}`}
    >
      {t('toSettle', { count })}
    </Link>
  )
}
