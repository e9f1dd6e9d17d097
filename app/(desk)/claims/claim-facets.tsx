'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { StatusIcon } from '@/components/claim/status'
import { EarlyButton } from '@/components/early/parts'
import { ANCHOR_STATES } from '@/domain/anchor/shape'
import type { ClaimFacets as Counts } from '@/domain/claim/shape'
import { CLAIM_STATUSES } from '@/domain/claim/statuses'
import { useClaimsAddress } from './use-claims-address'

type Facet = { value: string; label: string; count: number; sign?: ReactNode }

type GroupProps = {
  /** The name of the filter in the address. */
  name: 'status' | 'anchor'
  label: string
  facets: Facet[]
}

/** Buttons for the values of one filter. Several can be pressed at once. */
function FacetGroup({ name, label, facets }: GroupProps) {
  const { params, go } = useClaimsAddress()
  const chosen = new Set((params.get(name) ?? '').split(',').filter(Boolean))
  const toggle = (value: string) => {
    const next = new Set(chosen)
    if (!next.delete(value)) next.add(value)
    go({ [name]: [...next].join(',') || null })
  }
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-2">
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
          {word} <span className="tabular-nums">{count}</span>
        </EarlyButton>
      ))}
    </div>
  )
}

/** The claims by status, and by the state of their anchors. Each group follows all filters but its own. */
export function ClaimFacets({ counts }: { counts: Pick<Counts, 'status' | 'anchor'> }) {
  const t = useTranslations('claims')
  const tCommon = useTranslations('common')
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      <FacetGroup
        name="status"
        label={t('status')}
        facets={CLAIM_STATUSES.map((status) => ({
          value: status,
          label: tCommon(`status.${status}`),
          count: counts.status[status],
          sign: <StatusIcon status={status} className="size-4" />,
        }))}
      />
      <FacetGroup
        name="anchor"
        label={t('anchor')}
        facets={ANCHOR_STATES.map((state) => ({
          value: state,
          label: tCommon(`anchor.${state}`),
          count: counts.anchor[state],
        }))}
      />
    </div>
  )
}
