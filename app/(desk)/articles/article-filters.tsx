'use client'

import { useLocale, useTranslations } from 'next-intl'
import { AlarmClock } from 'lucide-react'
import { asOption, FilterSelect } from '@/components/table/filter-select'
import { articleList } from '@/domain/article/list'
import { ARTICLE_STATES } from '@/domain/article/schema'
import { DUE } from '@/domain/list/due'
import { ME } from '@/domain/list/schema'
import { FacetGroup } from '../list-filters/facet-group'
import { FilterChips } from '../list-filters/filter-chips'
import { FiltersPanel } from '../list-filters/filters-panel'
import type { FilterInWords } from '../list-filters/in-words'
import { ListSearch } from '../list-filters/list-search'
import { useArticlesAddress } from './use-articles-address'
import '../filters.css'

type Props = {
  desks: { id: string; name: string }[]
  languages: string[]
  /** The filters that are on. */
  filters: readonly FilterInWords[]
}

export const FILTERS = Object.keys(articleList.filters)

function Facets({ named, className }: { named?: boolean; className?: string }) {
  const t = useTranslations('article.list')
  const tDue = useTranslations('claims.due')
  const address = useArticlesAddress()
  return (
    <div className={className}>
      <FacetGroup
        {...{ ...address, named }}
        name="due"
        label={t('column.deadline')}
        facets={DUE.filter((due) => named || due !== 'none').map((due) => ({
          value: due,
          label: tDue(due),
          sign: due === 'overdue' && <AlarmClock aria-hidden className="size-4" />,
        }))}
      />
      <FacetGroup
        {...{ ...address, named }}
        name="mine"
        label={t('whose')}
        facets={[{ value: ME, label: t('mine') }]}
      />
    </div>
  )
}

/** Each filter is part of the address; those that are on are chips. */
export function ArticleFilters({ desks, languages, filters }: Props) {
  const t = useTranslations('article.list')
  const tState = useTranslations('common.articleState')
  const tClaims = useTranslations('claims')
  const languageName = new Intl.DisplayNames([useLocale()], { type: 'language', fallback: 'code' })
  const { params, go } = useArticlesAddress()
  return (
    <section aria-label={tClaims('filters')} className="list-bar">
      <div className="list-bar-line">
        <ListSearch label={t('search')} asked={params.get('q') ?? ''} onSearch={(q) => go({ q })} />
        <FiltersPanel on={filters.length}>
          <div className="narrow-only">
            <Facets named className="grid gap-3" />
          </div>
          <FacetGroup
            {...{ params, go }}
            named
            name="state"
            label={t('column.state')}
            facets={ARTICLE_STATES.map((state) => ({ value: state, label: tState(state) }))}
          />
          <div className="filter-grid">
            <FilterSelect
              {...{ params, go }}
              name="desk"
              label={tClaims('desk')}
              any={tClaims('anyDesk')}
              options={desks.map(asOption)}
            />
            <FilterSelect
              {...{ params, go }}
              name="language"
              label={tClaims('language')}
              any={tClaims('anyLanguage')}
              options={languages.map((tag) => ({ value: tag, label: languageName.of(tag) }))}
            />
          </div>
        </FiltersPanel>
        <Facets className="wide-only facet-line" />
      </div>
      <FilterChips {...{ filters, go }} />
    </section>
  )
}
