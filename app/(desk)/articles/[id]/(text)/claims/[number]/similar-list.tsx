'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ClaimStatusBadge } from '@/components/claim/status'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { useToast } from '@/components/ui/toast'
import { isReviewed } from '@/domain/claim/rules'
import type { Claim } from '@/domain/claim/shape'
import type { SimilarPassage } from '@/domain/reuse/rules'
import { directionOf } from '@/text/direction'
import type { Reason } from '@/text/likeness/compare'
import { takeOverAction } from '../../../actions'
import { claimOnScreen } from './on-screen'

type Props = { claim: Claim; items: SimilarPassage[] }

/** Other places that say the same, why they match, and a verdict that the reader may take over. */
export function SimilarList({ claim, items }: Props) {
  const t = useTranslations('article.similar')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const { run, busy, failure } = useAction(takeOverAction, {
    about: tCommon('claimNumber', { number: claim.number }),
  })
  const mayReview = claim.may.review && !claim.withdrawnAt
  const offered = mayReview ? items.find((item) => item.status && isReviewed(item.status)) : undefined
  const take = async (item: SimilarPassage) => {
    const result = await run({
      id: claim.id,
      meant: claimOnScreen() ?? claim.id,
      version: claim.version,
      fromId: item.id,
    })
    if (result?.ok) toast({ title: t('taken', { title: item.article.title }) })
  }
  useShortcuts({ t: offered ? () => void take(offered) : undefined })
  const why = (reason: Reason) =>
    reason.kind === 'words'
      ? t('reason.words', { share: reason.share })
      : t(`reason.${reason.kind}`, { values: reason.values.join(' · ') })
  return (
    <section className="grid gap-2" aria-labelledby="similar-heading">
      <h3 id="similar-heading" className="field-label">
        {t('heading', { count: items.length })}
      </h3>
      <FailureBanner failure={failure} />
      {items.length === 0 && <p className="text-sm text-ink-muted">{t('none')}</p>}
      <ul className="grid gap-2">
        {items.map((item) => (
          <li key={`${item.kind}-${item.id}`} className="grid gap-2 rounded border border-line bg-panel p-3">
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
            <p
              lang={item.article.language}
              dir={directionOf(item.article.language)}
              className="outcome-quote"
            >
              {item.text}
            </p>
            <p className="text-sm text-ink-muted">
              {item.reasons.map((reason, index) => (
                <span key={reason.kind}>
                  {index > 0 && <span aria-hidden> · </span>}
                  <bdi>{why(reason)}</bdi>
                </span>
              ))}
            </p>
            {mayReview && item.status && isReviewed(item.status) && (
              <div>
                <Button size="sm" busy={busy} onClick={() => void take(item)}>
                  {t('take')} {item === offered && <Kbd>t</Kbd>}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
