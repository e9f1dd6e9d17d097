import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { HistoryList } from '@/components/history/history-list'
import { PageHeader } from '@/components/shell/page-header'
import { Banner } from '@/components/ui/banner'
import { EmptyState } from '@/components/ui/empty-state'
import { getArticle } from '@/domain/article/queries'
import { articleHistory } from '@/domain/history/queries'
import { directionOf } from '@/domain/text/direction'
import { found } from '@/app/found'
import { requireActor } from '@/services/session'
import { UUID } from '@/domain/text/uuid'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export default async function ArticleHistoryPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { id } = await params
  if (!UUID.test(id)) notFound()
  const asked = (await searchParams).after
  const after = typeof asked === 'string' && UUID.test(asked) ? asked : undefined
  const [article, { items, next }] = await found(
    Promise.all([getArticle(actor, id), articleHistory(actor, id, { after })]),
  )
  const t = await getTranslations('history')
  const tErrors = await getTranslations('errors')
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t('title')}
        description={
          <span lang={article.language} dir={directionOf(article.language)} className="block">
            {article.title}
          </span>
        }
        actions={
          <Link className="link" href={`/articles/${id}`}>
            {t('back')}
          </Link>
        }
      />
      {asked !== undefined && after === undefined && <Banner tone="error" title={tErrors('cursorInvalid')} />}
      {items.length === 0 ? (
        <EmptyState title={after ? t('emptyOlder') : t('empty')} />
      ) : (
        <HistoryList lines={items} showClaim articleId={id} />
      )}
      {(after ?? next) && (
        <nav className="flex gap-4 pt-4" aria-label={t('title')}>
          {after && (
            <Link className="link" href={`/articles/${id}/history`}>
              {t('newest')}
            </Link>
          )}
          {next && (
            <Link className="link" href={`/articles/${id}/history?after=${next}`}>
              {t('older')}
            </Link>
          )}
        </nav>
      )}
    </div>
  )
}
