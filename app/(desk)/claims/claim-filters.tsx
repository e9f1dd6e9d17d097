'use client'

import { useLocale, useTranslations } from 'next-intl'
import { X } from 'lucide-react'
import { asOption, FilterSelect, isFiltered, withoutFilters } from '@/components/table/filter-select'
import { Button } from '@/components/ui/button'
import { claimList } from '@/domain/claim/list'
import { PRIORITIES } from '@/domain/claim/rules'
import type { ClaimFacets as Counts } from '@/domain/claim/shape'
import type { ArticleName, Person } from '@/domain/shape'
import { directionOf } from '@/text/direction'
import { ArticleFilter } from '../find-article/article-filter'
import { ClaimFacets } from './claim-facets'
import { ClaimSearch } from './claim-search'
import { useClaimsAddress } from './use-claims-address'
import '../filters.css'

type Props = {
  counts: Pick<Counts, 'status' | 'anchor'>
  desks: { id: string; name: string }[]
  languages: string[]
  checkers: Person[]
  /** The articles that the list is limited to; empty means all articles. */
  articles: ArticleName[]
}

export const FILTERS = Object.keys(claimList.filters)

/** Each filter is part of the address. The counts beside a filter respect the other filters. */
export function ClaimFilters({ counts, desks, languages, checkers, articles }: Props) {
  const t = useTranslations('claims')
  const tCommon = useTranslations('common')
  const locale = useLocale()
  const { params, go } = useClaimsAddress()
  const languageName = (tag: string) =>
    new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(tag)

  return (
    <section aria-label={t('filters')} className="grid gap-3 pb-4">
      <ClaimFacets counts={counts} />
      <div className="filter-grid">
        <ClaimSearch asked={params.get('q') ?? ''} onSearch={(q) => go({ q })} />
        <ArticleFilter onChoose={(id) => go({ article: id })} />
        <FilterSelect
          {...{ params, go }}
          name="desk"
          label={t('desk')}
          any={t('anyDesk')}
          options={desks.map(asOption)}
        />
        <FilterSelect
          {...{ params, go }}
          name="language"
          label={t('language')}
          any={t('anyLanguage')}
          options={languages.map((tag) => ({ value: tag, label: languageName(tag) }))}
        />
        <FilterSelect
          {...{ params, go }}
          name="assignee"
          label={t('assignee')}
          any={t('anyone')}
          options={[{ value: 'none', label: t('nobody') }, ...checkers.map(asOption)]}
        />
        <FilterSelect
          {...{ params, go }}
          name="priority"
          label={t('priority')}
          any={t('anyPriority')}
          options={PRIORITIES.map((one) => ({ value: one, label: tCommon(`priority.${one}`) }))}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        {articles.map(({ id, title, language }) => (
          <Button
            key={id}
            size="sm"
            className="max-w-full"
            aria-label={t('withoutArticle', { title })}
            onClick={() =>
              go({
                article:
                  articles
                    .filter((one) => one.id !== id)
                    .map((one) => one.id)
                    .join(',') || null,
              })
            }
          >
            <X aria-hidden className="size-4 shrink-0" />
            <span lang={language} dir={directionOf(language)} className="truncate">
              {title}
            </span>
          </Button>
        ))}
        {isFiltered(params, FILTERS) && (
          <Button size="sm" variant="ghost" onClick={() => go(withoutFilters(FILTERS))}>
            {t('clear')}
          </Button>
        )}
      </div>
    </section>
  )
}
