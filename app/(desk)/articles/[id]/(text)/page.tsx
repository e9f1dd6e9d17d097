import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClaimStatusBadge } from '@/components/claim/status'
import { EmptyState } from '@/components/ui/empty-state'
import { getArticleText } from '@/domain/article/queries'
import { directionOf } from '@/domain/text/direction'
import { requireActor } from '@/services/session'

/** No claim is chosen: all of them, in the order of the text. */
export default async function ClaimsOfArticle({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const { id } = await params
  const { article, claims } = await getArticleText(actor, id)
  const t = await getTranslations('article.overview')
  const tStatus = await getTranslations('common.status')
  if (claims.length === 0)
    return (
      <EmptyState
        title={t('empty')}
        description={article.may.makeClaim ? t('emptyHint') : t('emptyViewer')}
      />
    )
  return (
    <div className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <p className="text-sm text-ink-muted">{t('choose')}</p>
      <ol className="grid gap-1">
        {claims.map((claim) => (
          <li key={claim.id}>
            <Link
              className="claim-row"
              href={`/articles/${id}/claims/${claim.number}`}
              scroll={false}
              prefetch={false}
            >
              <span className="tabular-nums text-ink-muted">{claim.number}</span>
              <span
                lang={article.language}
                dir={directionOf(article.language)}
                className="line-clamp-2 min-w-0"
              >
                {claim.quote}
              </span>
              <ClaimStatusBadge status={claim.status} label={tStatus(claim.status)} />
            </Link>
          </li>
        ))}
      </ol>
    </div>
  )
}
