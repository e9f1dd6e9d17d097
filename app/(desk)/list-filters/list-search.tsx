'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'next-intl'
import { Search } from 'lucide-react'
import { EarlyForm, EarlyInput } from '@/components/early/parts'
import { Button } from '@/components/ui/button'
import './list-search.css'

type Props = { label: string; asked: string; onSearch: (query: string | null) => void }

/**
 * The one search field of a page with a list; the desk's own search steps aside. When the address changes, its query
 * replaces the typed one.
 */
export function ListSearch({ label, asked, onSearch }: Props) {
  const t = useTranslations('common.filters')
  const [query, setQuery] = useState(asked)
  useEffect(() => setQuery(asked), [asked])
  return (
    <EarlyForm
      role="search"
      aria-label={label}
      className="list-search"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(query.trim() || null)
      }}
    >
      <EarlyInput
        type="search"
        dir="auto"
        maxLength={200}
        aria-label={label}
        placeholder={label}
        className="min-h-10 w-full rounded border border-line-strong bg-field px-3"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <Button type="submit" aria-label={t('search')}>
        <Search aria-hidden className="size-4" />
      </Button>
    </EarlyForm>
  )
}
