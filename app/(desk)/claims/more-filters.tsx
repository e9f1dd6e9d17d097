'use client'

import { useLocale, useTranslations } from 'next-intl'
import { asOption, FilterSelect } from '@/components/table/filter-select'
import { CUE_KINDS } from '@/text/cues/cue'
import { PRIORITIES } from '@/domain/claim/rules'
import type { Person } from '@/domain/shape'
import { ME, NOBODY } from '@/domain/list/schema'
import { ArticleFilter } from '../find-article/article-filter'
import { DaysFilter } from '../list-filters/days-filter'
import { useClaimsAddress } from './use-claims-address'

export type Choices = {
  desks: { id: string; name: string }[]
  languages: string[]
  checkers: Person[]
}

/** The filters with a choice each, and those by days. */
export function MoreFilters({ desks, languages, checkers }: Choices) {
  const t = useTranslations('claims')
  const tCommon = useTranslations('common')
  const tCue = useTranslations('article.coverage.cue')
  const { params, go } = useClaimsAddress()
  const languageName = new Intl.DisplayNames([useLocale()], { type: 'language', fallback: 'code' })
  const article = (id: string) => go({ article: [params.get('article'), id].filter(Boolean).join(',') })
  return (
    <>
      <div className="filter-grid">
        <ArticleFilter onChoose={article} />
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
          options={languages.map((tag) => ({ value: tag, label: languageName.of(tag) }))}
        />
        <FilterSelect
          {...{ params, go }}
          name="assignee"
          label={t('assignee')}
          any={t('anyone')}
          options={[
            { value: ME, label: t('mine') },
            { value: NOBODY, label: t('nobody') },
            ...checkers.map(asOption),
          ]}
        />
        <FilterSelect
          {...{ params, go }}
          name="priority"
          label={t('priority')}
          any={t('anyPriority')}
          options={PRIORITIES.map((one) => ({ value: one, label: tCommon(`priority.${one}`) }))}
        />
        <FilterSelect
          {...{ params, go }}
          name="source"
          label={t('source.label')}
          any={t('source.any')}
          options={(['none', 'some'] as const).map((one) => ({ value: one, label: t(`source.${one}`) }))}
        />
        <FilterSelect
          {...{ params, go }}
          name="cue"
          label={t('cue.label')}
          any={t('cue.any')}
          options={CUE_KINDS.map((one) => ({ value: one, label: tCue(one) }))}
        />
      </div>
      <div className="filter-grid">
        <DaysFilter {...{ params, go }} name="created" label={t('column.created')} />
        <DaysFilter {...{ params, go }} name="updated" label={t('column.updated')} />
      </div>
    </>
  )
}
