'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import type { Ripple as RippleRow } from '@/domain/ripple/shape'
import { directionOf } from '@/text/direction'

/** The share of the words that both have; the score also falls with each difference. */
const shareOf = ({ reasons, score }: Pick<RippleRow, 'reasons' | 'score'>) =>
  reasons.flatMap((reason) => (reason.kind === 'words' ? [reason.share] : []))[0] ?? score

type Props = {
  item: RippleRow
  /** Whether the place is in the corrected article itself. */
  here: boolean
  /** Null for a reader who may not decide. */
  decide: { open: () => void; dismiss: () => void } | null
  busy: boolean
}

/** A place that repeats the error: how similar its words are, and what was decided about it. */
export function Ripple({ item: { article, claim, made, ...item }, here, decide, busy }: Props) {
  const t = useTranslations('correction.ripple')
  const tCommon = useTranslations('common')
  const tWords = useTranslations('correction')
  const open = item.state === 'open'
  return (
    <li className="correction-card" tabIndex={open ? -1 : undefined} data-open={open || undefined}>
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <Link
          prefetch={false}
          className="link min-w-0 break-words"
          href={`/articles/${article.id}${claim ? `/claims/${claim.number}` : ''}`}
        >
          {here ? t('here') : <bdi>{article.title}</bdi>}
        </Link>
        <span className="text-ink-muted">
          {claim ? tCommon('claimNumber', { number: claim.number }) : t('sentence')}
          <span aria-hidden> · </span>
          {t('likeness', { share: Math.round(shareOf(item) * 100) })}
        </span>
      </p>
      <p lang={article.language} dir={directionOf(article.language)} className="outcome-quote break-words">
        {item.quote}
      </p>
      {open && decide && (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" busy={busy} onClick={decide.open}>
            {t('open')} <Kbd>o</Kbd>
          </Button>
          <Button size="sm" variant="ghost" onClick={decide.dismiss}>
            {t('dismiss')} <Kbd>x</Kbd>
          </Button>
        </div>
      )}
      {made && (
        <Link prefetch={false} className="link text-sm" href={`/corrections-desk/${made.number}`}>
          {tWords('number', { number: made.number })}
        </Link>
      )}
      {item.state === 'not_affected' && (
        <p className="text-sm text-ink-muted">
          <bdi>{t('dismissed', { why: item.why })}</bdi>
        </p>
      )}
    </li>
  )
}
