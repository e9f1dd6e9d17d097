'use client'

import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { ClaimStatusBadge } from '@/components/claim/status'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { isReviewed } from '@/domain/claim/rules'
import type { SimilarPassage, SimilarPassages } from '@/domain/reuse/rules'
import { directionOf } from '@/text/direction'
import type { Reason } from '@/text/likeness/compare'
import { Differences } from './differences'
import type { PanelClaim } from './panel-claim'
import { TakeOverDialog } from './take-over-dialog'

type Props = { claim: PanelClaim; similar: SimilarPassages }

/** Other places that say the same, why they match and what differs, and a verdict that the reader may take over. */
export function SimilarList({ claim, similar: { context, items } }: Props) {
  const t = useTranslations('article.similar')
  const [asked, setAsked] = useState<SimilarPassage | null>(null)
  const mayReview = claim.may.review && !claim.withdrawnAt
  const hasVerdict = (item: SimilarPassage) => mayReview && item.status !== null && isReviewed(item.status)
  const offered = items.find(hasVerdict)
  useShortcuts({ t: offered ? () => setAsked(offered) : undefined })
  return (
    <section className="grid gap-2" aria-labelledby="similar-heading">
      <h3 id="similar-heading" className="field-label">
        {t('heading', { count: items.length })}
      </h3>
      {items.length === 0 && <p className="text-sm text-ink-muted">{t('none')}</p>}
      <ul className="grid gap-2">
        {items.map((item) => (
          <li key={`${item.kind}-${item.id}`} className="grid gap-2 rounded border border-line bg-panel p-3">
            <Place item={item} language={claim.article.language} />
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

/** One place: its article, its words, and how they match. */
function Place({ item, language }: { item: SimilarPassage; language: string }) {
  const t = useTranslations('article.similar')
  const tCommon = useTranslations('common')
  const why = (reason: Reason) =>
    reason.kind === 'words'
      ? t('reason.words', { share: reason.share })
      : t(`reason.${reason.kind}`, { values: reason.values.join(' · ') })
  // Other figures are among the differences.
  const reasons = item.reasons.filter(({ kind }) => kind !== 'other_numbers')
  const written = item.article.language
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {item.status ? (
          <ClaimStatusBadge status={item.status} label={tCommon(`status.${item.status}`)} />
        ) : (
          <span className="text-sm text-ink-muted">{t('sentence')}</span>
        )}
        <Link
          prefetch={false}
          className="link min-w-0 break-words"
          href={`/articles/${item.article.id}${item.kind === 'claim' ? `/claims/${item.number}` : ''}`}
        >
          <bdi>{item.article.title}</bdi>
        </Link>
      </div>
      <p lang={written} dir={directionOf(written)} className="outcome-quote">
        {item.text}
      </p>
      <p className="text-sm text-ink-muted">
        {reasons.map((reason, index) => (
          <span key={reason.kind}>
            {index > 0 && <span aria-hidden> · </span>}
            <bdi>{why(reason)}</bdi>
          </span>
        ))}
      </p>
      <Differences differences={item.differences} languages={{ here: language, there: written }} />
    </>
  )
}
