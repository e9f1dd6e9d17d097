import { getTranslations } from 'next-intl/server'
import { HistoryList } from '@/components/history/history-list'
import { EmptyState } from '@/components/ui/empty-state'
import { getClaimByNumber, linksOfClaim } from '@/domain/claim/queries'
import { correctionsOfClaim } from '@/domain/correction/queries'
import { DomainError } from '@/domain/errors'
import { claimHistory } from '@/domain/history/queries'
import { may } from '@/domain/permissions'
import { findSimilarPassages } from '@/domain/reuse/queries'
import { directionOf } from '@/text/direction'
import { listCheckers } from '@/domain/user/queries'
import { requireActor } from '@/app/server/session'
import { recordParams } from '@/app/server/record-params'
import { ClaimPanel } from './claim-panel'

const HISTORY_LINES = 10

export default async function ClaimPage({ params }: { params: Promise<{ id: string; number: string }> }) {
  const actor = await requireActor()
  const { id, number } = await recordParams(params)
  const t = await getTranslations('article.panel')
  const wanted = /^[1-9][0-9]{0,6}$/.test(number) ? Number(number) : 0
  const claim = await getClaimByNumber(actor, id, wanted).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'not_found') return null
    throw error
  })
  if (!claim) return <EmptyState title={t('notFound', { number })} />
  const [history, similar, checkers, corrections, links] = await Promise.all([
    claimHistory(actor, claim.id, { limit: HISTORY_LINES }),
    findSimilarPassages(actor, claim.id),
    claim.may.assign ? listCheckers() : [],
    correctionsOfClaim(actor, claim.id),
    claim.may.editSources ? linksOfClaim(actor, claim.id) : [],
  ])
  return (
    <ClaimPanel
      key={claim.id}
      claim={{ ...claim, dir: directionOf(claim.article.language) }}
      {...{ checkers, similar, corrections, links }}
      readerId={actor.id}
      mayCorrect={may(actor, 'startCorrection')}
      moreHistory={history.next !== null}
      history={<HistoryList lines={history.items} />}
    />
  )
}
