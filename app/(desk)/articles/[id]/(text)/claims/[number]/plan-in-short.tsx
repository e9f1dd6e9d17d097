'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useZoneName } from '@/components/ui/zone'
import type { PanelClaim } from './panel-claim'

/** Who checks a claim, how urgent it is and by when, in a few words. */
export function PlanInShort({ claim }: { claim: PanelClaim }) {
  const t = useTranslations('common')
  const format = useFormatter()
  const zone = useZoneName()
  const { assignee, priority, dueAt } = claim
  const facts = [
    assignee?.name ?? t('unassigned'),
    priority !== 'normal' && t(`priority.${priority}`),
    dueAt && `${format.dateTime(new Date(dueAt), 'short')} ${zone}`,
  ].filter(Boolean)
  return facts.map((fact, index) => (
    <span key={index}>
      {index > 0 && <span aria-hidden>· </span>}
      <bdi>{fact}</bdi>
    </span>
  ))
}
