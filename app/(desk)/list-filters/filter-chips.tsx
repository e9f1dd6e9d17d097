'use client'

import { useTranslations } from 'next-intl'
import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { directionOf } from '@/text/direction'
import { without, type FilterInWords } from './in-words'
import './filter-chips.css'

type Props = {
  filters: readonly FilterInWords[]
  go: (change: Record<string, string | null>) => void
}

/** The filters that are on. Each value can be taken away by itself, and all at once. */
export function FilterChips({ filters, go }: Props) {
  const t = useTranslations('common.filters')
  if (filters.length === 0) return null
  return (
    <ul aria-label={t('on')} className="filter-chips">
      {filters.flatMap((filter) =>
        filter.values.map(({ value, words, language }) => (
          <li key={`${filter.name} ${value}`} className="min-w-0">
            <Button
              size="sm"
              className="filter-chip max-md:min-h-8!"
              aria-label={t('remove', { filter: filter.label, value: words })}
              onClick={() => go(without(filter, value))}
            >
              <span className="text-ink-muted">{filter.label}</span>
              <bdi lang={language} dir={language && directionOf(language)} className="truncate">
                {words}
              </bdi>
              <X aria-hidden className="size-4 shrink-0" />
            </Button>
          </li>
        )),
      )}
      <li>
        <Button
          size="sm"
          variant="ghost"
          className="max-md:min-h-8!"
          onClick={() => go(Object.fromEntries(filters.map(({ name }) => [name, null])))}
        >
          {t('clear')}
        </Button>
      </li>
    </ul>
  )
}
