import { Suspense } from 'react'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { getClaimByNumber, linksOfClaim } from '@/domain/claim/queries'
import { correctionsOfClaim } from '@/domain/correction/queries'
import { DomainError } from '@/domain/errors'
import { may } from '@/domain/permissions'
import { newsOfClaim } from '@/domain/reading/queries'
import { findSimilarPassages } from '@/domain/reuse/queries'
import { directionOf } from '@/text/direction'
import { listCheckers } from '@/domain/user/queries'
import type { Search } from '@/app/address'
import { requireActor } from '@/app/server/session'
import { recordParams } from '@/app/server/record-params'
import { ClaimComments, CommentsComing } from './claim-comments'
import { readQueue } from './queue/read-queue'
import { ClaimHistory } from './claim-history'
import { ClaimPanel } from './claim-panel'
import { articlePageTitle } from '@/app/server/page-title'

export const generateMetadata = articlePageTitle((t, number) => t('common.claimNumber', { number }))

type Props = { params: Promise<{ id: string; number: string }>; searchParams: Search }

export default async function ClaimPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { id, number } = await recordParams(params)
  const t = await getTranslations('article.panel')
  const wanted = /^[1-9][0-9]{0,6}$/.test(number) ? Number(number) : 0
  const claim = await getClaimByNumber(actor, id, wanted).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'not_found') return null
    throw error
  })
  if (!claim) return <EmptyState title={t('notFound', { number })} />
  const [queue, checkers, corrections, links, news] = await Promise.all([
    readQueue(actor, searchParams),
    claim.may.assign ? listCheckers() : [],
    correctionsOfClaim(actor, claim.id),
    claim.may.editSources ? linksOfClaim(actor, claim.id) : [],
    newsOfClaim(actor, claim.id),
  ])
  // The panel shows this folded, and must not wait while it is looked for.
  const similar = findSimilarPassages(actor, claim.id)
  return (
    <ClaimPanel
      key={claim.id}
      claim={{ ...claim, dir: directionOf(claim.article.language) }}
      {...{ queue, checkers, similar, corrections, links, news }}
      readerId={actor.id}
      mayCorrect={may(actor, 'startCorrection')}
      comments={
        <Suspense fallback={<CommentsComing />}>
          <ClaimComments actor={actor} claim={claim} />
        </Suspense>
      }
      history={
        <Suspense>
          <ClaimHistory actor={actor} claimId={claim.id} articleId={claim.article.id} />
        </Suspense>
      }
    />
  )
}
