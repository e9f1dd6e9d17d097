'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { CloseOrphan, type Withdraw } from '@/components/claim/close-orphan'
import { FailureBanner } from '@/components/form/failure'
import { useAction, type Action } from '@/components/form/use-action'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { ClaimStatus } from '@/domain/claim/statuses'

export type SettleAnchor = Action<{ id: string; version: number; same: boolean }, number>
export type Earlier = { status: ClaimStatus; quote: string; revision: number }

type Props = {
  claim: {
    id: string
    articleId: string
    number: number
    version: number
    status: ClaimStatus
    language: string
    dir: 'ltr' | 'rtl'
    state: 'anchored' | 'changed' | 'orphaned'
    revision: number
    earlier: Earlier | null
    may: { review: boolean; withdraw: boolean }
  }
  settle: SettleAnchor
  withdraw: Withdraw
}

/** Shows how a change of the text affected this claim, and asks a person to settle it. */
export function AnchorBanner({ claim, settle, withdraw }: Props) {
  const t = useTranslations('revision')
  const tStatus = useTranslations('common.status')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const { run, busy, failure } = useAction(settle, {
    about: tCommon('claimNumber', { number: claim.number }),
  })
  const decide = async (same: boolean) => {
    const result = await run({ id: claim.id, version: claim.version, same })
    if (result?.ok) toast({ title: t(same ? 'settledSame' : 'settledGone', { number: claim.number }) })
  }
  const setBack = claim.status === 'unreviewed' ? claim.earlier : null
  return (
    <>
      {claim.state === 'changed' && (
        <Banner tone="warn" title={t('banner.changed', { number: claim.revision })}>
          <p className="text-sm">{t('banner.changedHint')}</p>
          <FailureBanner failure={failure} />
          <div className="flex flex-wrap items-center gap-2">
            {claim.may.review && (
              <>
                <Button size="sm" busy={busy} onClick={() => void decide(true)}>
                  {t('same')}
                </Button>
                <Button size="sm" variant="ghost" busy={busy} onClick={() => void decide(false)}>
                  {t('notSame')}
                </Button>
              </>
            )}
            <Link
              prefetch={false}
              className="link"
              href={`/articles/${claim.articleId}/revisions/${claim.revision}`}
            >
              {t('banner.where')}
            </Link>
          </div>
        </Banner>
      )}
      {claim.state === 'orphaned' && (
        <Banner tone="warn" title={t('banner.orphaned')}>
          <p className="text-sm">{t('banner.orphanedHint')}</p>
          {claim.may.withdraw && <CloseOrphan claim={claim} withdraw={withdraw} />}
        </Banner>
      )}
      {setBack && (
        <Banner tone="info" title={t('banner.earlier', { status: tStatus(setBack.status) })}>
          <p className="text-sm">{t('banner.earlierQuote')}</p>
          <blockquote lang={claim.language} dir={claim.dir} className="claim-quote">
            {setBack.quote}
          </blockquote>
        </Banner>
      )}
    </>
  )
}
