'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'next-intl'
import { Search } from 'lucide-react'
import { EarlyForm, EarlyInput } from '@/components/early/parts'
import { Button } from '@/components/ui/button'

type Props = { asked: string; onSearch: (query: string | null) => void }

/** Searches claims for words. When the address changes, its query replaces the typed one. */
export function ClaimSearch({ asked, onSearch }: Props) {
  const t = useTranslations('claims')
  const [query, setQuery] = useState(asked)
  useEffect(() => setQuery(asked), [asked])
  return (
    <EarlyForm
      role="search"
      aria-label={t('search')}
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(query.trim() || null)
      }}
    >
      <label className="grid flex-1 gap-1">
        <span className="field-label">{t('search')}</span>
        <EarlyInput
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
    </EarlyForm>
  )
}
