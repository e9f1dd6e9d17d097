'use client'

import { use, useState } from 'react'
import { useTranslations } from 'next-intl'
import { SimilarPassageItem } from '@/components/claim/similar-passage'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { Button } from '@/components/ui/button'
import { Fold } from '@/components/ui/fold'
import { Kbd } from '@/components/ui/kbd'
import { isReviewed } from '@/domain/claim/rules'
import type { SimilarPassage, SimilarPassages } from '@/domain/reuse/rules'
import type { PanelClaim } from './panel-claim'
import { TakeOverDialog } from './take-over-dialog'

type Props = { claim: PanelClaim; similar: Promise<SimilarPassages> }

/** Holds the place of the list until it has come. */
export function SimilarComing() {
  const t = useTranslations('article.similar')
  return (
    <Fold name="similar" title={t('heading', { count: 0 })} aside={t('looking')}>
      <p className="text-sm text-ink-muted">{t('looking')}</p>
    </Fold>
  )
}

/** Passages that say the same, with reasons and differences. The reader may take over a verdict from one. */
export function SimilarList({ claim, similar }: Props) {
  const { context, items } = use(similar)
  const t = useTranslations('article.similar')
  const [asked, setAsked] = useState<SimilarPassage | null>(null)
  const mayReview = claim.may.review && !claim.withdrawnAt
  const hasVerdict = (item: SimilarPassage) =>
    mayReview && item.isSame && item.status !== null && isReviewed(item.status)
  const same = items.filter(({ isSame }) => isSame).length
  const offered = items.find(hasVerdict)
  useShortcuts({ t: offered ? () => setAsked(offered) : undefined })
  return (
    <section aria-label={t('heading', { count: same })}>
      <Fold name="similar" title={t('heading', { count: same })} aside={offered && <Kbd>t</Kbd>}>
        {same === 0 && <p className="text-sm text-ink-muted">{t('none')}</p>}
        <ul className="grid gap-2">
          {items.map((item) => (
            <li
              key={`${item.kind}-${item.id}`}
              className="grid gap-2 rounded border border-line bg-panel p-3"
            >
              <SimilarPassageItem item={item} language={claim.article.language} />
              {hasVerdict(item) && (
                <div>
                  <Button size="sm" onClick={() => setAsked(item)}>
                    {t('compare')} {item === offered && <Kbd>t</Kbd>}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      </Fold>
      {asked && (
        <TakeOverDialog
          claim={claim}
          context={context || claim.quote}
          item={asked}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  )
}
