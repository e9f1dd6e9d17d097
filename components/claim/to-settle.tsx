import Link from 'next/link'
import { useTranslations } from 'next-intl'

type Props = { articleId: string; revision: number; count: number; className?: string }

/** How many claims of an article wait to be settled, as a link to their list; nothing for none. */
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
