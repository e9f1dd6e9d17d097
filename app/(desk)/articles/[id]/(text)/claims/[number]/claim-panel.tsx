'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { ON_SCREEN } from './on-screen'
import { PlanForm } from './plan-form'
import { SignOff } from './sign-off'
import { SimilarList } from './similar-list'
import { SourceList } from './sources/source-list'
import { AttributionSection } from './attribution/attribution-section'
import { VerdictForm } from './verdict/verdict-form'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { Person } from '@/domain/shape'
import type { SimilarPassages } from '@/domain/reuse/rules'
import { restoreClaimAction, withdrawClaimAction } from '../../../actions'
import { AnchorBanner } from './anchor-banner'
import { ClaimCorrections } from './claim-corrections'
import { PanelHead, ProposedWords, ReviewedBy, Withdrawn, WrittenBy } from './claim-facts'
import type { PanelClaim } from './panel-claim'
import '@/app/(desk)/articles/[id]/claim-quote.css'

type Props = {
  claim: PanelClaim
  /** The signed-in person who looks at the panel. */
  readerId: string
  checkers: Person[]
  similar: SimilarPassages
  /** Numbers of the corrections that were opened at this claim. */
  corrections: number[]
  /** The links on the words of the claim. */
  links: { url: string; words: string }[]
  mayCorrect: boolean
  history: ReactNode
  moreHistory: boolean
}

/** Everything about one claim, in the order a checker works: words, verdict, evidence, plan, history. */
export function ClaimPanel({
  claim,
  readerId,
  checkers,
  similar,
  history,
  moreHistory,
  links,
  ...started
}: Props) {
  const t = useTranslations('article.panel')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const withdrawn = claim.withdrawnAt !== null
  const about = tCommon('claimNumber', { number: claim.number })
  const withdraw = useAction(withdrawClaimAction, { about })
  const restore = useAction(restoreClaimAction, { about })
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
      <blockquote lang={claim.article.language} dir={claim.dir} className="claim-quote">
        {claim.quote}
      </blockquote>
      {!withdrawn && <AnchorBanner claim={claim} />}
      <FailureBanner failure={withdraw.failure ?? restore.failure} />
      {withdrawn ? (
        <Withdrawn claim={claim} busy={restore.busy} onRestore={() => bringBack(claim.version)} />
      ) : (
        <VerdictForm claim={claim} />
      )}
      <ClaimCorrections claim={claim} {...started} />
      <ReviewedBy claim={claim} />
      <WrittenBy claim={claim} />
      {!withdrawn && <SignOff claim={claim} readerId={readerId} />}
      <AttributionSection claim={claim} />
      <SourceList
        claimId={claim.id}
        sources={claim.sources}
        links={links}
        mayEdit={claim.may.editSources && !withdrawn}
      />
      <ProposedWords claim={claim} />
      <SimilarList claim={claim} similar={similar} />
      <PlanForm claim={claim} checkers={checkers} />
      <section className="grid gap-2">
        <h3 className="field-label">{t('history')}</h3>
        {history}
        {moreHistory && (
          <Link prefetch={false} className="link" href={`/articles/${claim.article.id}/history`}>
            {t('older')}
          </Link>
        )}
      </section>
      {claim.may.withdraw && !withdrawn && (
        <Button variant="ghost" size="sm" busy={withdraw.busy} onClick={() => void takeOff()}>
          {t('withdraw')}
        </Button>
      )}
    </article>
  )
}
