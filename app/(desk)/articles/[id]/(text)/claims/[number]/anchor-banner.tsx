'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { SETTLINGS, type Settling } from '@/domain/anchor/schema'
import { settleAnchorAction } from '../../../actions'
import { CloseOrphan } from '../../../close-orphan'
import type { PanelClaim } from './panel-claim'

/** Shows how a change of the text affected this claim, and asks a person to settle it. */
export function AnchorBanner({ claim }: { claim: PanelClaim }) {
  const t = useTranslations('revision')
  const tStatus = useTranslations('common.status')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const { run, busy, failure } = useAction(settleAnchorAction, {
    about: tCommon('claimNumber', { number: claim.number }),
    stays: true,
  })
  const settle = async (as: Settling) => {
    const result = await run({ id: claim.id, version: claim.version, as })
    if (result?.ok) toast({ title: t(`settle.done.${as}`, { number: claim.number }) })
  }
  const { article, anchor } = claim
  const setBack = claim.status === 'unreviewed' ? claim.earlier : null
  return (
    <>
      {anchor?.state === 'changed' && (
        <Banner tone="warn" title={t('banner.changed', { number: article.revision })}>
          <p className="text-sm">{t('banner.changedHint')}</p>
          <FailureBanner failure={failure} />
          <div className="flex flex-wrap items-center gap-2">
            {claim.may.review && (
              <>
                {SETTLINGS.map((as) => (
                  <Button
                    key={as}
                    size="sm"
                    variant={as === 'stands' ? 'primary' : 'ghost'}
                    busy={busy}
                    onClick={() => void settle(as)}
                  >
                    {t(`settle.${as === 'stands' && !setBack ? 'same' : as}`)}
                  </Button>
                ))}
              </>
            )}
            <Link
              prefetch={false}
              className="link"
              href={`/articles/${article.id}/revisions/${article.revision}`}
            >
              {t('banner.where')}
            </Link>
          </div>
        </Banner>
      )}
      {anchor?.state === 'orphaned' && (
        <Banner tone="warn" title={t('banner.orphaned')}>
          <p className="text-sm">{t('banner.orphanedHint')}</p>
          {claim.may.withdraw && <CloseOrphan claim={claim} />}
        </Banner>
      )}
      {setBack && (
        <Banner tone="info" title={t('banner.earlier', { status: tStatus(setBack.status) })}>
          <p className="text-sm">{t('banner.earlierQuote')}</p>
          <blockquote lang={article.language} dir={claim.dir} className="claim-quote">
            {setBack.sentences || setBack.quote}
          </blockquote>
        </Banner>
      )}
    </>
  )
}
