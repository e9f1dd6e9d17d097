import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Files, Plus } from 'lucide-react'
import { readAddress, type Search } from '@/app/address'
import { buttonClass } from '@/components/ui/button'
import { articleListParamsSchema } from '@/domain/article/list'
import { articleFacets, listArticles } from '@/domain/article/queries'
import { may } from '@/domain/permissions'
import { requireActor } from '@/app/server/session'
import { ViewsButton } from '../views/views-button'
import { AddressIssues } from '../list-filters/address-issues'
import { ListHeader } from '../list-filters/list-header'
import { ArticleFilters } from './article-filters'
import { ArticlesTable } from './articles-table'
import { filtersInWords } from './filters-in-words'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('article.list.title'))

export default async function ArticlesPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor()
  const t = await getTranslations('article.list')
  const { params, issues } = await readAddress(articleListParamsSchema, searchParams)
  const [{ mayCreate, ...page }, { desks, languages }] = await Promise.all([
    listArticles(actor, params),
    articleFacets(actor),
  ])
  const filters = await filtersInWords(params, desks)
  const actions = (
    <>
      <ViewsButton list="articles" mayShare={may(actor, 'shareView')} />
      {mayCreate && (
        <>
          <Link prefetch={false} className={buttonClass()} href="/articles/import">
            <Files aria-hidden className="size-4" />
            {t('import')}
          </Link>
          <Link prefetch={false} className={buttonClass({ variant: 'primary' })} href="/articles/new">
            <Plus aria-hidden className="size-4" />
            {t('new')}
          </Link>
        </>
      )}
    </>
  )
  return (
    <>
      <ListHeader title={t('title')} actions={actions} />
      <AddressIssues issues={issues} />
      <ArticleFilters {...{ desks, languages, filters }} />
      <ArticlesTable page={page} by={params.by} pageSize={params.limit} />
    </>
  )
}
