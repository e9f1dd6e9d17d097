'use client'

import { useGo } from '@/components/form/use-go'
import { ArticleFilter } from '../../find-article/article-filter'

/** Asks which article to correct when that is not known yet. */
export function ChooseArticle({ request }: { request?: string }) {
  const go = useGo()
  return (
    <ArticleFilter
      onChoose={(id) => go(`/corrections-desk/new?article=${id}${request ? `&request=${request}` : ''}`)}
    />
  )
}
