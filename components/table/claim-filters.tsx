'use client'

import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import { Search, X } from 'lucide-react'
import { StatusIcon } from '@/components/claim/status'
import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import { CLAIM_STATUSES, PRIORITIES, type StatusCounts } from '@/domain/claim/rules'
import { directionOf } from '@/domain/text/direction'
import { ArticleFilter, type ArticleChoice } from './article-filter'
import { useAddress } from './use-address'

type Props = {
  counts: StatusCounts
  desks: { id: string; name: string }[]
  languages: string[]
  checkers: { id: string; name: string }[]
  /** Those that the list is of; none when it is of all. */
  articles: ArticleChoice[]
  findArticles: (query: string) => Promise<ArticleChoice[]>
}

export const FILTERS = ['status', 'article', 'desk', 'language', 'assignee', 'priority', 'q'] as const

/** Each filter is a part of the address; the counts follow the other filters. */
export function ClaimFilters({ counts, desks, languages, checkers, articles, findArticles }: Props) {
  const t = useTranslations('claims')
  const tCommon = useTranslations('common')
  const locale = useLocale()
  const { params, go } = useAddress()
  const asked = params.get('q') ?? ''
  const [query, setQuery] = useState(asked)
  useEffect(() => setQuery(asked), [asked])
  const chosen = new Set((params.get('status') ?? '').split(',').filter(Boolean))
  const toggle = (status: string) => {
    const next = new Set(chosen)
    if (!next.delete(status)) next.add(status)
    go({ status: [...next].join(',') || null })
  }
  const languageName = (tag: string) =>
    new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(tag)
  const pick = (name: string) => ({
    value: params.get(name) ?? '',
    onChange: (event: { target: { value: string } }) => go({ [name]: event.target.value || null }),
  })

  return (
    <section aria-label={t('filters')} className="grid gap-3 pb-4">
      <div role="group" aria-label={t('status')} className="flex flex-wrap gap-2">
        {CLAIM_STATUSES.map((status) => {
          return (
            <button
              key={status}
              type="button"
              className="facet"
              data-status={status}
              aria-pressed={chosen.has(status)}
              onClick={() => toggle(status)}
            >
              <StatusIcon status={status} className="size-4" />
              {tCommon(`status.${status}`)} <span className="tabular-nums">{counts[status]}</span>
            </button>
          )
        })}
      </div>
      <div className="filter-grid">
        <form
          role="search"
          aria-label={t('search')}
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            go({ q: query.trim() || null })
          }}
        >
          <label className="grid flex-1 gap-1">
            <span className="field-label">{t('search')}</span>
            <input
              type="search"
              dir="auto"
              maxLength={200}
              className="min-h-10 w-full rounded border border-line-strong bg-field px-3"
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
          </label>
          <Button type="submit" aria-label={t('searchButton')}>
            <Search aria-hidden className="size-4" />
          </Button>
        </form>
        <ArticleFilter find={findArticles} onChoose={(id) => go({ article: id })} />
        <Field label={t('desk')}>
          <Select {...pick('desk')}>
            <option value="">{t('anyDesk')}</option>
            {desks.map((desk) => (
              <option key={desk.id} value={desk.id}>
                {desk.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('language')}>
          <Select {...pick('language')}>
            <option value="">{t('anyLanguage')}</option>
            {languages.map((tag) => (
              <option key={tag} value={tag}>
                {languageName(tag)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('assignee')}>
          <Select {...pick('assignee')}>
            <option value="">{t('anyone')}</option>
            <option value="none">{t('nobody')}</option>
            {checkers.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('priority')}>
          <Select {...pick('priority')}>
            <option value="">{t('anyPriority')}</option>
            {PRIORITIES.map((one) => (
              <option key={one} value={one}>
                {tCommon(`priority.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
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
        {FILTERS.some((name) => params.get(name)) && (
          <Button
            size="sm"
            variant="ghost"
            onClick={() => go(Object.fromEntries(FILTERS.map((name) => [name, null])))}
          >
            {t('clear')}
          </Button>
        )}
      </div>
    </section>
  )
}
