'use client'

import type { ReactNode } from 'react'
import { EarlyButton } from '@/components/early/parts'
import { cx } from '@/components/ui/cx'
import '../filters.css'

type Facet = { value: string; label: string; count?: number; sign?: ReactNode }

type Props = {
  /** The name of the filter in the address. */
  name: string
  label: string
  facets: Facet[]
  /** Whether the label is shown, and not only read out. */
  named?: boolean
  className?: string
  params: URLSearchParams
  go: (change: Record<string, string | null>) => void
}

/** Buttons for the values of one filter. Several can be pressed at once. */
export function FacetGroup({ name, label, facets, named = false, className, params, go }: Props) {
  const chosen = new Set((params.get(name) ?? '').split(',').filter(Boolean))
  const toggle = (value: string) => {
    const next = new Set(chosen)
    if (!next.delete(value)) next.add(value)
    go({ [name]: [...next].join(',') || null })
  }
  return (
    <div role="group" aria-label={label} className={cx('facet-group', className)}>
      {named && (
        <span aria-hidden className="field-label facet-group-name">
          {label}
        </span>
      )}
      {facets.map(({ value, label: word, count, sign }) => (
        <EarlyButton
          key={value}
          type="button"
          className="facet"
          data-status={name === 'status' ? value : undefined}
          aria-pressed={chosen.has(value)}
          onClick={() => toggle(value)}
        >
          {sign}
          {word} {count !== undefined && <span className="tabular-nums">{count}</span>}
        </EarlyButton>
      ))}
    </div>
  )
}
