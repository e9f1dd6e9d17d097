import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Files, Plus } from 'lucide-react'
import { readAddress, type Search } from '@/app/address'
import { StatusBar } from '@/components/claim/status-bar'
import { ToSettle } from '@/components/claim/to-settle'
import { PageHeader } from '@/components/shell/page-header'
import { OlderPages } from '@/components/table/older-pages'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { articleList } from '@/domain/article/list'
import { pageSchema } from '@/domain/list/params'
import type { ArticleRow } from '@/domain/article/shape'
import { listArticles } from '@/domain/article/queries'
import { directionOf } from '@/text/direction'
import { requireActor } from '@/app/server/session'
import './article-card.css'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('article.list.title'))

async function ArticleCard({ article }: { article: ArticleRow }) {
  const t = await getTranslations('article.list')
  const tState = await getTranslations('common.articleState')
  const format = await getFormatter()
  const facts = [article.byline, article.desk, tState(article.state as 'draft')].filter(Boolean)
  return (
    <article className="article-card">
      <h2 className="text-lg font-semibold" lang={article.language} dir={directionOf(article.language)}>
        <Link className="article-card-link" href={`/articles/${article.id}`} prefetch={false}>
          {article.title}
        </Link>
      </h2>
      <p className="text-sm text-ink-muted">
        {facts.map((fact, index) => (
          <span key={index}>
            {index > 0 && <span aria-hidden> · </span>}
            <bdi>{fact}</bdi>
          </span>
        ))}
        <span aria-hidden> · </span>
        <time dateTime={article.updatedAt.toISOString()} title={format.dateTime(article.updatedAt, 'exact')}>
          {t('updated', { at: format.dateTime(article.updatedAt, 'short') })}
        </time>
      </p>
      <StatusBar counts={article.counts} />
      <ToSettle
        articleId={article.id}
        revision={article.revision}
        count={article.anchors.changed}
        className="article-card-also text-sm"
      />
    </article>
  )
}

export default async function ArticlesPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor()
  const t = await getTranslations('article.list')
  const tErrors = await getTranslations('errors')
  const { params, issues } = await readAddress(pageSchema(articleList), searchParams)
  const { items, next, mayCreate } = await listArticles(actor, params)
  const add = mayCreate && (
    <div className="flex flex-wrap gap-2">
      <Link prefetch={false} className={buttonClass()} href="/articles/import">
        <Files aria-hidden className="size-4" />
        {t('import')}
      </Link>
      <Link prefetch={false} className={buttonClass({ variant: 'primary' })} href="/articles/new">
        <Plus aria-hidden className="size-4" />
        {t('new')}
      </Link>
    </div>
  )
  return (
    <>
      <PageHeader title={t('title')} actions={add} />
      {issues.length > 0 && <Banner tone="error" title={tErrors('cursorInvalid')} />}
      {items.length === 0 ? (
        <EmptyState title={t('empty')} description={mayCreate ? t('emptyHint') : undefined} action={add} />
      ) : (
        <ul className="grid gap-3">
          {items.map((article) => (
            <li key={article.id}>
              <ArticleCard article={article} />
            </li>
          ))}
        </ul>
      )}
      <OlderPages
        path="/articles"
        label={t('title')}
        newest={params.after && t('first')}
        older={t('older')}
        next={next}
      />
    </>
  )
}
