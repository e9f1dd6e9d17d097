'use client'

import { useRouter } from 'next/navigation'
import { ArticleFilter, type ArticleChoice } from '@/components/table/article-filter'

type Props = { find: (query: string) => Promise<ArticleChoice[]>; report?: string }

/** Which article is to be corrected, where that is not known yet. */
export function ChooseArticle({ find, report }: Props) {
  const router = useRouter()
  return (
    <ArticleFilter
      find={find}
      onChoose={(id) =>
        router.push(`/corrections-desk/new?article=${id}${report ? `&report=${report}` : ''}`)
      }
    />
  )
}
