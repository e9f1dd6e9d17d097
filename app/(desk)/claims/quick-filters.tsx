'use client'

import { useTranslations } from 'next-intl'
import { AlarmClock } from 'lucide-react'
import { DUE } from '@/domain/list/due'
import { ME, NOBODY } from '@/domain/list/schema'
import { FacetGroup } from '../list-filters/facet-group'
import { useClaimsAddress } from './use-claims-address'

/** What a day at the desk begins with: when claims are due, whose they are, and what waits for a second person. */
export function QuickFilters({ named, className }: { named?: boolean; className?: string }) {
  const t = useTranslations('claims')
  const address = useClaimsAddress()
  return (
    <div className={className}>
      <FacetGroup
        {...{ ...address, named }}
        name="due"
        label={t('due.label')}
        facets={DUE.filter((due) => named || due !== 'none').map((due) => ({
          value: due,
          label: t(`due.${due}`),
          sign: due === 'overdue' && <AlarmClock aria-hidden className="size-4" />,
        }))}
      />
      <FacetGroup
        {...{ ...address, named }}
        name="assignee"
        label={t('assignee')}
        facets={[
          { value: ME, label: t('mine') },
          { value: NOBODY, label: t('nobodys') },
        ]}
      />
      <FacetGroup
        {...{ ...address, named }}
        name="signoff"
        label={t('signoff.label')}
        facets={[{ value: 'waiting', label: t('signoff.waiting') }]}
      />
    </div>
  )
}
