'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { ON_SCREEN } from './on-screen'
import { PlanForm, type ChangePlan } from './plan-form'
import type { Withdraw } from '@/components/claim/close-orphan'
import { SignOff, type SignOffActions } from './sign-off'
import { SimilarList, type SimilarItem, type TakeOver } from './similar-list'
import { SourceList } from './sources/source-list'
import { StatementSection } from './statement/statement-section'
import { VerdictForm } from './verdict/verdict-form'
import { FailureBanner } from '@/components/form/failure'
import { useAction, type Action } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { AnchorBanner, type SettleAnchor } from './anchor-banner'
import { ClaimCorrections } from './claim-corrections'
import { PanelHead, ProposedWords, ReviewedBy, Withdrawn } from './claim-facts'
import type { PanelClaim } from './panel-claim'
import '@/app/(desk)/articles/[id]/claim-quote.css'

type Props = {
  claim: PanelClaim
  /** The signed-in person who looks at the panel. */
  readerId: string
  checkers: { id: string; name: string }[]
  similar: SimilarItem[]
  history: ReactNode
  moreHistory: boolean
  actions: {
    change: ChangePlan
    withdraw: Withdraw
    settle: SettleAnchor
    takeOver: TakeOver
    signOff: SignOffActions
    restore: Action<{ id: string; version: number }, number>
  }
}

/** Everything about one claim, in the order a checker works: words, verdict, evidence, plan, history. */
export function ClaimPanel({ claim, readerId, checkers, similar, history, moreHistory, actions }: Props) {
  const t = useTranslations('article.panel')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const about = tCommon('claimNumber', { number: claim.number })
  const withdraw = useAction(actions.withdraw, { about })
  const restore = useAction(actions.restore, { about })
  const bringBack = (version: number) => void restore.run({ id: claim.id, version })

  const takeOff = async () => {
    const result = await withdraw.run({ id: claim.id, version: claim.version })
    if (!result?.ok) return
    toast({
      title: t('withdrawn', { number: claim.number }),
      action: { label: tCommon('undo'), onAction: () => bringBack(result.value) },
    })
  }

  return (
    <article className="grid gap-5" aria-labelledby="claim-heading" {...{ [ON_SCREEN]: claim.id }}>
      <PanelHead claim={claim} />
      <blockquote lang={claim.language} dir={claim.dir} className="claim-quote">
        {claim.quote}
      </blockquote>
      {!claim.withdrawn && <AnchorBanner claim={claim} settle={actions.settle} withdraw={actions.withdraw} />}
      <FailureBanner failure={withdraw.failure ?? restore.failure} />
      {claim.withdrawn ? (
        <Withdrawn claim={claim} busy={restore.busy} onRestore={() => bringBack(claim.version)} />
      ) : (
        <VerdictForm claim={claim} mayReview={claim.may.review} />
      )}
      <ClaimCorrections claim={claim} />
      <ReviewedBy claim={claim} />
      {!claim.withdrawn && (
        <SignOff claim={claim} readerId={readerId} maySignOff={claim.may.signOff} actions={actions.signOff} />
      )}
      <StatementSection claim={claim} />
      <SourceList
        claimId={claim.id}
        sources={claim.sources}
        mayEdit={claim.may.editSources && !claim.withdrawn}
      />
      <ProposedWords claim={claim} />
      <SimilarList
        claim={claim}
        items={similar}
        mayReview={claim.may.review && !claim.withdrawn}
        takeOver={actions.takeOver}
      />
      <PlanForm claim={claim} checkers={checkers} change={actions.change} />
      <section className="grid gap-2">
        <h3 className="field-label">{t('history')}</h3>
        {history}
        {moreHistory && (
          <Link prefetch={false} className="link" href={`/articles/${claim.articleId}/history`}>
            {t('older')}
          </Link>
        )}
      </section>
      {claim.may.withdraw && !claim.withdrawn && (
        <Button variant="ghost" size="sm" busy={withdraw.busy} onClick={() => void takeOff()}>
          {t('withdraw')}
        </Button>
      )}
    </article>
  )
}
