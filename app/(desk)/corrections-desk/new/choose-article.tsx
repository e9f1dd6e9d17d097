'use client'

import { useGo } from '@/components/form/use-go'
import { ArticleFilter } from '@/components/article/article-filter'
import { findArticlesAction } from '../../claims/actions'

/** Asks which article to correct when that is not known yet. */
export function ChooseArticle({ request }: { request?: string }) {
  const go = useGo()
  return (
    <ArticleFilter
      find={findArticlesAction}
      onChoose={(id) => go(`/corrections-desk/new?article=${id}${request ? `&request=${request}` : ''}`)}
    />
  )
}
