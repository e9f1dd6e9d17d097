import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ToSettle } from '@/components/claim/to-settle'
import { FactsLine } from '@/components/ui/facts-line'
import type { getArticle } from '@/domain/article/queries'

type Props = {
  article: Awaited<ReturnType<typeof getArticle>>
  /** How many sentences are undecided. */
  open: number
  /** How many claims wait to be settled. */
  toSettle: number
}

/** What is known of an article besides its words, in one quiet line. */
export async function ArticleFacts({ article, open, toSettle }: Props) {
  const t = await getTranslations('article')
  const revision = t('revision', { number: article.revision })
  const facts = [
    article.byline,
    article.dateline,
    article.confidential && t('confidential'),
    article.desk?.name,
    article.revision > 1 ? (
      <Link prefetch={false} className="link" href={`/articles/${article.id}/revisions/${article.revision}`}>
        {revision}
      </Link>
    ) : (
      revision
    ),
    t('coverage.open', { count: open }),
    toSettle > 0 && <ToSettle articleId={article.id} revision={article.revision} count={toSettle} />,
  ].filter(Boolean)
  return <FactsLine facts={facts} className="min-w-0" />
}
