'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import { Undo2, X } from 'lucide-react'
import { ON_SCREEN } from '@/components/claim/on-screen'
import { PlanForm, type ChangePlan } from '@/components/claim/plan-form'
import type { Withdraw } from '@/components/claim/close-orphan'
import { SignOff, type SignOffActions } from '@/components/claim/sign-off'
import { SimilarList, type SimilarItem, type TakeOver } from '@/components/claim/similar-list'
import { SourceList, type SourceActions } from '@/components/claim/source-list'
import type { SourceRecord } from '@/components/claim/source-item'
import { StatementSection, type AttributeClaim } from '@/components/claim/statement-section'
import { VerdictForm, type ChangeVerdict } from '@/components/claim/verdict-form'
import { FailureBanner } from '@/components/form/failure'
import { useAction, type Action } from '@/components/form/use-action'
import { Banner } from '@/components/ui/banner'
import { Button, buttonClass } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { Statement } from '@/domain/claim-review/rules'
import type { ClaimStatus, Priority } from '@/domain/claim/rules'
import type { ClaimPart, SignOffNeed } from '@/domain/sign-off/rules'
import { ClaimCorrections } from './claim-corrections'
import { AnchorBanner, type Earlier, type SettleAnchor } from './anchor-banner'

type ClaimPanelRecord = {
  id: string
  articleId: string
  number: number
  quote: string
  language: string
  dir: 'ltr' | 'rtl'
  status: ClaimStatus
  finding: string
  proposal: { replacement?: string; reason?: string } | null
  statement: Statement | null
  priority: Priority
  dueAt: string | null
  version: number
  reviewedAt: string | null
  withdrawn: boolean
  withdrawnWhy: string
  state: 'anchored' | 'changed' | 'orphaned'
  revision: number
  earlier: Earlier | null
  takenFrom: { number: number; article: { id: string; title: string } } | null
  assignee: { id: string; name: string } | null
  reviewer: { id: string; name: string } | null
  signer: { id: string; name: string } | null
  signedOffAt: string | null
  signOffNeed: SignOffNeed | null
  writers: { part: ClaimPart; person: { id: string; name: string } }[]
  sources: SourceRecord[]
  /** Numbers of the corrections that were opened at this claim. */
  corrections: number[]
  mayCorrect: boolean
  may: { review: boolean; assign: boolean; withdraw: boolean; editSources: boolean; signOff: boolean }
}

type Props = {
  claim: ClaimPanelRecord
  /** Who reads it. */
  readerId: string
  checkers: { id: string; name: string }[]
  similar: SimilarItem[]
  history: ReactNode
  moreHistory: boolean
  actions: {
    change: ChangeVerdict & ChangePlan
    withdraw: Withdraw
    settle: SettleAnchor
    takeOver: TakeOver
    signOff: SignOffActions
    attribute: AttributeClaim
    restore: Action<{ id: string; version: number }, number>
    sources: SourceActions
  }
}

/** All there is to one claim, in the order a checker works: words, verdict, evidence, plan, history. */
export function ClaimPanel({ claim, readerId, checkers, similar, history, moreHistory, actions }: Props) {
  const t = useTranslations('article.panel')
  const tCommon = useTranslations('common')
  const format = useFormatter()
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
      <div className="flex items-center justify-between gap-2">
        <h2 id="claim-heading" className="text-lg font-semibold">
          {tCommon('claimNumber', { number: claim.number })}
        </h2>
        <Link
          prefetch={false}
          className={buttonClass({ variant: 'ghost', size: 'sm' })}
          href={`/articles/${claim.articleId}`}
          scroll={false}
          aria-label={t('close')}
        >
          <X aria-hidden className="size-4" />
        </Link>
      </div>
      <blockquote lang={claim.language} dir={claim.dir} className="claim-quote">
        {claim.quote}
      </blockquote>
      {!claim.withdrawn && <AnchorBanner claim={claim} settle={actions.settle} withdraw={actions.withdraw} />}
      <FailureBanner failure={withdraw.failure ?? restore.failure} />
      {claim.withdrawn ? (
        <Banner tone="warn" title={t('withdrawnTitle')}>
          {claim.withdrawnWhy && <bdi className="break-words">{claim.withdrawnWhy}</bdi>}
          {claim.may.withdraw && (
            <Button size="sm" busy={restore.busy} onClick={() => bringBack(claim.version)}>
              <Undo2 aria-hidden className="size-4" />
              {t('restore')}
            </Button>
          )}
        </Banner>
      ) : (
        <VerdictForm claim={claim} mayReview={claim.may.review} change={actions.change} />
      )}
      <ClaimCorrections claim={claim} />
      <p className="text-sm text-ink-muted">
        {t('reviewedBy')}{' '}
        {claim.reviewer && claim.reviewedAt ? (
          <>
            <bdi>{claim.reviewer.name}</bdi>
            <span aria-hidden> · </span>
            <time dateTime={claim.reviewedAt} title={format.dateTime(new Date(claim.reviewedAt), 'exact')}>
              <bdi>{format.dateTime(new Date(claim.reviewedAt), 'short')}</bdi>
            </time>
          </>
        ) : (
          t('notReviewed')
        )}
        {claim.takenFrom && (
          <>
            <span aria-hidden> · </span>
            <Link
              prefetch={false}
              className="link"
              href={`/articles/${claim.takenFrom.article.id}/claims/${claim.takenFrom.number}`}
            >
              <bdi>{t('takenFrom', { title: claim.takenFrom.article.title })}</bdi>
            </Link>
          </>
        )}
      </p>
      {!claim.withdrawn && (
        <SignOff claim={claim} readerId={readerId} maySignOff={claim.may.signOff} actions={actions.signOff} />
      )}
      <StatementSection claim={claim} attribute={actions.attribute} />
      <SourceList
        claimId={claim.id}
        sources={claim.sources}
        mayEdit={claim.may.editSources && !claim.withdrawn}
        actions={actions.sources}
      />
      {claim.proposal?.replacement && (
        <section className="grid gap-1">
          <h3 className="field-label">{t('proposal')}</h3>
          <p lang={claim.language} dir={claim.dir} className="rounded bg-sunken p-2">
            {claim.proposal.replacement}
          </p>
          {claim.proposal.reason && (
            <p className="text-sm text-ink-muted">
              <bdi>{t('proposalReason', { reason: claim.proposal.reason })}</bdi>
            </p>
          )}
        </section>
      )}
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
