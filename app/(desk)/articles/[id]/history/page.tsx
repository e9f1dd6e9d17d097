import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { found } from '@/app/server/found'
import { HistoryList } from '@/components/history/history-list'
import { OlderPages } from '@/components/table/older-pages'
import { PageHeader } from '@/components/shell/page-header'
import { Banner } from '@/components/ui/banner'
import { EmptyState } from '@/components/ui/empty-state'
import { getArticle } from '@/domain/article/queries'
import { articleHistory } from '@/domain/history/queries'
import { historyList } from '@/domain/history/list'
import { pageSchema } from '@/domain/list/params'
import { directionOf } from '@/text/direction'
import { requireActor } from '@/app/server/session'
import { recordParams } from '@/app/server/record-params'
import { articlePageTitle } from '@/app/server/page-title'

export const generateMetadata = articlePageTitle((t) => t('history.title'))

type Props = {
  params: Promise<{ id: string }>
  searchParams: Search
}

export default async function ArticleHistoryPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { id } = await recordParams(params)
  const {
    params: { after },
    issues,
  } = await readAddress(pageSchema(historyList), searchParams)
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
          <span lang={article.language} dir={directionOf(article.language)} className="at-page-edge block">
            {article.title}
          </span>
        }
        actions={
          <Link className="link" href={`/articles/${id}`}>
            {t('back')}
          </Link>
        }
      />
      {issues.length > 0 && <Banner tone="error" title={tErrors('cursorInvalid')} />}
      {items.length === 0 ? (
        <EmptyState title={after ? t('emptyOlder') : t('empty')} />
      ) : (
        <HistoryList lines={items} articleId={id} />
      )}
      <OlderPages
        path={`/articles/${id}/history`}
        label={t('title')}
        newest={after && t('newest')}
        older={t('older')}
        next={next}
      />
    </div>
  )
}
