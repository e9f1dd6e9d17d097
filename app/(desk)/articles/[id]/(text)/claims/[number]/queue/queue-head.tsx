'use client'

import Link from 'next/link'
import { useLayoutEffect } from 'react'
import { useTranslations } from 'next-intl'
import { ChevronLeft, ChevronRight, ListChecks, X } from 'lucide-react'
import { useGo } from '@/components/form/use-go'
import { Button, buttonClass } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { useArticlePlace, type Walk } from '../../../../article-place'
import type { PanelClaim } from '../panel-claim'
import type { Queue } from './queue'
import '../panel-head.css'

/** Goes through the list; at an end it says so. While this panel is open, the keys of the article go this way too. */
function useWalk({ next, previous }: Queue): Walk {
  const t = useTranslations('article.panel.queue')
  const { setWalk } = useArticlePlace()
  const go = useGo()
  const toast = useToast()
  const goTo: Walk = (by) => {
    const href = by > 0 ? next : previous
    if (href) go(href, { scroll: false })
    else toast({ name: 'end', title: t(by > 0 ? 'last' : 'first') })
  }
  useLayoutEffect(() => {
    setWalk(goTo)
    return () => setWalk(null)
  })
  return goTo
}

type StepProps = { by: 1 | -1; ends: boolean; onStep: Walk }

function Step({ by, ends, onStep }: StepProps) {
  const t = useTranslations('article.panel.queue')
  const Sign = by > 0 ? ChevronRight : ChevronLeft
  const name = t(by > 0 ? 'next' : 'previous')
  return (
    <Button
      size="sm"
      variant="ghost"
      aria-label={name}
      title={`${name} (${by > 0 ? 'j' : 'k'})`}
      aria-disabled={ends}
      onClick={() => onStep(by)}
    >
      <Sign aria-hidden className="size-5 rtl:-scale-x-100" />
    </Button>
  )
}

/** Which claim of a walked list it is, and the ways through the list and back to it. */
export function QueueHead({ claim, queue }: { claim: PanelClaim; queue: Queue }) {
  const t = useTranslations('article.panel')
  const tCommon = useTranslations('common')
  const walk = useWalk(queue)
  const { place, total } = queue
  return (
    <div>
      <div className="panel-head">
        <div className="min-w-0">
          <h2 id="claim-heading" className="panel-head-title">
            {t('queue.of', { place, total })} <span className="sr-only">{t('queue.inList')}</span>
          </h2>
          <p className="text-sm text-ink-muted">{tCommon('claimNumber', { number: claim.number })}</p>
        </div>
        <div className="panel-head-ways">
          <Step by={-1} ends={!queue.previous} onStep={walk} />
          <Step by={1} ends={!queue.next} onStep={walk} />
          <Link
            prefetch={false}
            className={buttonClass({ variant: 'ghost', size: 'sm' })}
            href={queue.list}
            title={t('queue.back')}
            aria-label={t('queue.back')}
          >
            <ListChecks aria-hidden className="size-4" />
            <span className="panel-head-words">{t('queue.back')}</span>
          </Link>
          <Link
            prefetch={false}
            className={buttonClass({ variant: 'ghost', size: 'sm' })}
            href={`/articles/${claim.article.id}/claims/${claim.number}`}
            scroll={false}
            aria-label={t('queue.close')}
            title={t('queue.close')}
          >
            <X aria-hidden className="size-4" />
          </Link>
        </div>
      </div>
      {!queue.next && (
        <p className="pt-2 text-sm text-ink-muted">
          {t('queue.last')}{' '}
          <Link prefetch={false} className="link" href={queue.list}>
            {t('queue.back')}
          </Link>
        </p>
      )}
    </div>
  )
}
