'use client'

import { useTranslations } from 'next-intl'
import { claimList } from '@/domain/claim/list'
import type { ClaimFacets as Counts } from '@/domain/claim/shape'
import { FilterChips } from '../list-filters/filter-chips'
import { FiltersPanel } from '../list-filters/filters-panel'
import type { FilterInWords } from '../list-filters/in-words'
import { ListSearch } from '../list-filters/list-search'
import { ClaimFacets } from './claim-facets'
import { MoreFilters, type Choices } from './more-filters'
import { QuickFilters } from './quick-filters'
import { useClaimsAddress } from './use-claims-address'
import '../filters.css'

type Props = Choices & {
  counts: Pick<Counts, 'status' | 'anchor'>
  /** The filters that are on. */
  filters: readonly FilterInWords[]
}

export const FILTERS = Object.keys(claimList.filters)

/**
 * Each filter is part of the address. The ones of every day stand above the list where there is room, all others in a
 * panel over it, and whatever is on is a chip.
 */
export function ClaimFilters({ counts, filters, ...choices }: Props) {
  const t = useTranslations('claims')
  const { params, go } = useClaimsAddress()
  return (
    <section aria-label={t('filters')} className="list-bar">
      <div className="list-bar-line">
        <ListSearch label={t('search')} asked={params.get('q') ?? ''} onSearch={(q) => go({ q })} />
        <FiltersPanel on={filters.length}>
          <div className="narrow-only">
            <QuickFilters named className="grid gap-3" />
            <ClaimFacets counts={counts} named className="grid gap-3 pt-3" />
          </div>
          <MoreFilters {...choices} />
        </FiltersPanel>
        <QuickFilters className="wide-only facet-line" />
      </div>
      <ClaimFacets counts={counts} className="wide-only facet-line" />
      <FilterChips {...{ filters, go }} />
    </section>
  )
}
