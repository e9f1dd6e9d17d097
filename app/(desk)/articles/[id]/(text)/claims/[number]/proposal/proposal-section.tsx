'use client'

import { useTranslations } from 'next-intl'
import { Fold } from '@/components/ui/fold'
import type { PanelClaim } from '../panel-claim'
import { isOpenProposal } from './proposal'
import { ProposalForm } from './proposal-form'
import { useProposal } from './use-proposal'

type Props = { claim: PanelClaim }

/** The wording proposed for a claim: a form for those who review it, its words for all others. */
export function ProposalSection({ claim }: Props) {
  const t = useTranslations('article.proposal')
  const proposal = useProposal(claim)
  const mayPropose = claim.may.review && claim.withdrawnAt === null
  const isOpen = isOpenProposal(claim)
  if (!mayPropose && !isOpen) return null
  const { restoredAt, offer } = proposal.form
  return (
    <Fold name="proposal" title={t('title')} open={isOpen || restoredAt !== null || offer.offered !== null}>
      {mayPropose ? <ProposalForm claim={claim} proposal={proposal} /> : <ProposedWords claim={claim} />}
    </Fold>
  )
}

function ProposedWords({ claim: { proposal, article, dir } }: Props) {
  const t = useTranslations('article.panel')
  return (
    <>
      <p lang={article.language} dir={dir} className="rounded bg-sunken p-2 break-words whitespace-pre-wrap">
        {proposal?.replacement}
      </p>
      {proposal?.reason && (
        <p className="text-sm text-ink-muted">
          <bdi>{t('proposalReason', { reason: proposal.reason })}</bdi>
        </p>
      )}
    </>
  )
}
