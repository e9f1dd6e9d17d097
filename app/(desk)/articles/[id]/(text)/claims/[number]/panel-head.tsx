'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ChevronLeft, ChevronRight, CircleDashed, X } from 'lucide-react'
import { Button, buttonClass } from '@/components/ui/button'
import { useArticlePlace } from '../../../article-place'
import { countedTo, neighbourOf, nextOpenOf } from '../../../chosen-claim'
import type { PanelClaim } from './panel-claim'
import './panel-head.css'

type StepProps = { by: 1 | -1; number: number }

/** Goes to the claim before or after this one. At the end it stays a button, so that the focus stays on it. */
function Step({ by, number }: StepProps) {
  const t = useTranslations('article.panel')
  const place = useArticlePlace()
  const Sign = by > 0 ? ChevronRight : ChevronLeft
  return (
    <Button
      size="sm"
      variant="ghost"
      aria-label={t(by > 0 ? 'next' : 'previous')}
      title={`${t(by > 0 ? 'next' : 'previous')} (${by > 0 ? 'j' : 'k'})`}
      aria-disabled={!neighbourOf(place.claims, number, by)}
      onClick={() => place.step(by)}
    >
      <Sign aria-hidden className="size-5 rtl:-scale-x-100" />
    </Button>
  )
}

/** Which claim it is, and the ways to the others. It stays in sight while the panel scrolls. */
export function PanelHead({ claim }: { claim: PanelClaim }) {
  const t = useTranslations('article.panel')
  const tCommon = useTranslations('common')
  const place = useArticlePlace()
  const { number, anchor } = claim
  const total = countedTo(place.claims)
  return (
    <div className="panel-head">
      <div className="min-w-0">
        <h2 id="claim-heading" className="panel-head-title">
          {total ? t('of', { number, total }) : tCommon('claimNumber', { number })}
        </h2>
        {anchor?.part === 'headline' && anchor.state !== 'orphaned' && (
          <p className="text-sm text-ink-muted">{t('inHeadline')}</p>
        )}
      </div>
      <div className="panel-head-ways">
        <Step by={-1} number={number} />
        <Step by={1} number={number} />
        <Button
          size="sm"
          variant="ghost"
          title={`${t('nextOpenLong')} (o)`}
          aria-label={t('nextOpenLong')}
          aria-disabled={!nextOpenOf(place.claims, number)}
          onClick={place.openNext}
        >
          <CircleDashed aria-hidden className="size-4" />
          <span className="panel-head-words">{t('nextOpen')}</span>
        </Button>
        <Link
          prefetch={false}
          className={buttonClass({ variant: 'ghost', size: 'sm' })}
          href={`/articles/${claim.article.id}`}
          scroll={false}
          aria-label={t('close')}
          title={t('close')}
        >
          <X aria-hidden className="size-4" />
        </Link>
      </div>
    </div>
  )
}
