'use client'

import { useGo } from '@/components/form/use-go'
import { ArticleFilter, type ArticleChoice } from '@/components/article/article-filter'

type Props = { find: (query: string) => Promise<ArticleChoice[]>; report?: string }

/** Asks which article to correct, where that is not known yet. */
export function ChooseArticle({ find, report }: Props) {
  const go = useGo()
  return (
    <ArticleFilter
      find={find}
      onChoose={(id) => go(`/corrections-desk/new?article=${id}${report ? `&report=${report}` : ''}`)}
    />
  )
}
