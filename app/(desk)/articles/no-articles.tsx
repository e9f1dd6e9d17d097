'use client'

import { useTranslations } from 'next-intl'
import { isFiltered, withoutFilters } from '@/components/table/filter-select'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FILTERS } from './article-filters'
import { useArticlesAddress } from './use-articles-address'

/** Explains why no article is shown, and what to do about it. */
export function NoArticles() {
  const t = useTranslations('article.list')
  const tFilters = useTranslations('common.filters')
  const { params, go } = useArticlesAddress()
  if (!isFiltered(params, FILTERS)) return <EmptyState title={t('empty')} description={t('emptyHint')} />
  return (
    <EmptyState
      title={t('nothing')}
      description={t('nothingHint')}
      action={<Button onClick={() => go(withoutFilters(FILTERS))}>{tFilters('clear')}</Button>}
    />
  )
}
