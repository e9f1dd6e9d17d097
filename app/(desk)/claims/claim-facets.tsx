'use client'

import { useTranslations } from 'next-intl'
import { StatusIcon } from '@/components/claim/status'
import { ANCHOR_STATES } from '@/domain/anchor/shape'
import type { ClaimFacets as Counts } from '@/domain/claim/shape'
import { CLAIM_STATUSES } from '@/domain/claim/statuses'
import { FacetGroup } from '../list-filters/facet-group'
import { useClaimsAddress } from './use-claims-address'

type Props = {
  counts: Pick<Counts, 'status' | 'anchor'>
  named?: boolean
  className?: string
}

/** The claims by status, and by the state of their anchors. Each group follows all filters but its own. */
export function ClaimFacets({ counts, named, className }: Props) {
  const t = useTranslations('claims')
  const tCommon = useTranslations('common')
  const { params, go } = useClaimsAddress()
  return (
    <div className={className}>
      <FacetGroup
        {...{ params, go, named }}
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
        {...{ params, go, named }}
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
