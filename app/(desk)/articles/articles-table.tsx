'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/table/data-table'
import { articleList, type ArticleListParams } from '@/domain/article/list'
import type { ArticlePage } from '@/domain/article/queries'
import { articleCells, SHOWN_AT_FIRST } from './article-cells'
import { NoArticles } from './no-articles'
import { useArticlesAddress } from './use-articles-address'

type Props = { page: Omit<ArticlePage, 'mayCreate'>; by: ArticleListParams['by']; pageSize: number }

/** One page of articles, one line each. */
export function ArticlesTable({ page, by, pageSize }: Props) {
  const t = useTranslations('article.list')
  return (
    <div className="article-table">
      <DataTable
        list={articleList}
        address={useArticlesAddress()}
        {...{ page, by, pageSize }}
        cells={articleCells}
        main="title"
        label={t('title')}
        columnName={(id) => t(`column.${id}`)}
        shownAtFirst={SHOWN_AT_FIRST}
        empty={<NoArticles />}
      />
    </div>
  )
}
