'use client'

import { useTranslations } from 'next-intl'
import { ClaimDue } from '@/components/claim/due-time'
import { useZoneName } from '@/components/ui/zone'
import type { PanelClaim } from './panel-claim'

/** Who checks a claim, how urgent it is and by when, in a few words. */
export function PlanInShort({ claim }: { claim: PanelClaim }) {
  const t = useTranslations('common')
  const zone = useZoneName()
  const { assignee, priority } = claim
  const facts = [
    assignee?.name ?? t('unassigned'),
    priority !== 'normal' && t(`priority.${priority}`),
    claim.due && <ClaimDue claim={claim} zone={zone} />,
  ].filter(Boolean)
  return facts.map((fact, index) => (
    <span key={index}>
      {index > 0 && <span aria-hidden>· </span>}
      <bdi>{fact}</bdi>
    </span>
  ))
}
