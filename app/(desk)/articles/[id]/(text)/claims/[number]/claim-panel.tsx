'use client'

import { Suspense, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { Judgement } from './judgement'
import { ON_SCREEN } from './on-screen'
import { PlanForm } from './plan-form'
import { SentBack } from './send-back'
import { SignOff } from './sign-off'
import { SimilarComing, SimilarList } from './similar-list'
import { AttributionSection } from './attribution/attribution-section'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { Fold } from '@/components/ui/fold'
import { useToast } from '@/components/ui/toast'
import type { ClaimNews } from '@/domain/reading/rules'
import type { Person } from '@/domain/shape'
import type { SimilarPassages } from '@/domain/reuse/rules'
import { restoreClaimAction, withdrawClaimAction } from '../../../actions'
import { AnchorBanner } from './anchor-banner'
import { ChangedSince } from './changed-since'
import { ClaimCorrections } from './claim-corrections'
import { ReviewedBy, Withdrawn, WrittenBy } from './claim-facts'
import type { PanelClaim } from './panel-claim'
import { PanelHead } from './panel-head'
import { PlanInShort } from './plan-in-short'
import { PresentHere } from './present-here'
import { ProposalSection } from './proposal/proposal-section'
import type { Queue } from './queue/queue'
import { QueueHead } from './queue/queue-head'
import { QuoteLines } from './quote-lines'
import { useOpened } from './use-opened'

type Props = {
  claim: PanelClaim
  /** The signed-in person who looks at the panel. */
  readerId: string
  /** The list that is walked; null for a claim of its article alone. */
  queue: Queue | null
  checkers: Person[]
  /** What says the same elsewhere; it may come later than the panel. */
  similar: Promise<SimilarPassages>
  /** Numbers of the corrections that were opened at this claim. */
  corrections: number[]
  /** The links on the words of the claim. */
  links: { url: string; words: string }[]
  mayCorrect: boolean
  /** What colleagues changed since the reader last opened it. */
  news: ClaimNews | null
  comments: ReactNode
  history: ReactNode
}

/**
 * Everything about one claim, in the order a checker works: words, verdict, finding and sources, and folded away what
 * is needed now and then.
 */
export function ClaimPanel({
  claim,
  queue,
  readerId,
  checkers,
  similar,
  comments,
  history,
  links,
  news,
  ...started
}: Props) {
  const t = useTranslations('article.panel')
  const tPlan = useTranslations('article.plan')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const withdrawn = claim.withdrawnAt !== null
  const about = tCommon('claimNumber', { number: claim.number })
  const withdraw = useAction(withdrawClaimAction, { about, stays: true })
  const restore = useAction(restoreClaimAction, { about, stays: true })
  const bringBack = (version: number) => void restore.run({ id: claim.id, version })

  useOpened(claim)

  const takeOff = async () => {
    const result = await withdraw.run({ id: claim.id, version: claim.version })
    if (!result?.ok) return
    toast({
      title: t('withdrawn', { number: claim.number }),
      action: { label: tCommon('undo'), onAction: () => bringBack(result.value) },
    })
  }

  return (
    <article className="grid gap-3" aria-labelledby="claim-heading" {...{ [ON_SCREEN]: claim.id }}>
      {queue ? <QueueHead claim={claim} queue={queue} /> : <PanelHead claim={claim} />}
      <PresentHere claimNumber={claim.number} />
      <ChangedSince news={news} />
      <QuoteLines claim={claim} />
      {!withdrawn && <AnchorBanner claim={claim} />}
      {!withdrawn && <SentBack claim={claim} />}
      <FailureBanner failure={withdraw.failure ?? restore.failure} />
      {withdrawn && (
        <Withdrawn claim={claim} busy={restore.busy} onRestore={() => bringBack(claim.version)} />
      )}
      <Judgement claim={claim} links={links} withdrawn={withdrawn} />
      <ReviewedBy claim={claim} />
      {!withdrawn && <SignOff claim={claim} readerId={readerId} />}
      <ClaimCorrections claim={claim} {...started} />
      <div>
        <ProposalSection claim={claim} />
        <Suspense fallback={<SimilarComing />}>
          <SimilarList claim={claim} similar={similar} />
        </Suspense>
        {comments}
        <AttributionSection claim={claim} />
        <Fold name="plan" title={tPlan('heading')} aside={<PlanInShort claim={claim} />}>
          <PlanForm claim={claim} checkers={checkers} />
        </Fold>
        <Fold name="history" title={t('history')}>
          <WrittenBy claim={claim} />
          {history}
        </Fold>
        {claim.may.withdraw && !withdrawn && (
          <div className="border-t border-line pt-2">
            <Button variant="ghost" size="sm" busy={withdraw.busy} onClick={() => void takeOff()}>
              {t('withdraw')}
            </Button>
          </div>
        )}
      </div>
    </article>
  )
}
