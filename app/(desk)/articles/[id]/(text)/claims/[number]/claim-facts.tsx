'use client'

import { Fragment } from 'react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Undo2 } from 'lucide-react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { CLAIM_PARTS, whoWrote } from '@/domain/sign-off/rules'
import type { PanelClaim } from './panel-claim'

type Props = { claim: PanelClaim }

type WithdrawnProps = Props & { busy: boolean; onRestore: () => void }

export function Withdrawn({ claim, busy, onRestore }: WithdrawnProps) {
  const t = useTranslations('article.panel')
  return (
    <Banner tone="warn" title={t('withdrawnTitle')}>
      {claim.withdrawnWhy && <bdi className="break-words">{claim.withdrawnWhy}</bdi>}
      {claim.may.withdraw && (
        <Button size="sm" busy={busy} onClick={onRestore}>
          <Undo2 aria-hidden className="size-4" />
          {t('restore')}
        </Button>
      )}
    </Banner>
  )
}

/** Who reviewed a claim and when, and the claim from which the verdict was taken over. */
export function ReviewedBy({ claim }: Props) {
  const t = useTranslations('article.panel')
  const format = useFormatter()
  const { reviewer, reviewedAt, takenFrom } = claim
  return (
    <p className="text-sm text-ink-muted">
      {reviewer && reviewedAt ? (
        <>
          {t('reviewedBy')} <bdi>{reviewer.name}</bdi>
          <span aria-hidden> · </span>
          <time dateTime={reviewedAt} title={format.dateTime(new Date(reviewedAt), 'exact')}>
            <bdi>{format.dateTime(new Date(reviewedAt), 'short')}</bdi>
          </time>
        </>
      ) : (
        t('notReviewed')
      )}
      {takenFrom && (
        <>
          <span aria-hidden> · </span>
          <Link
            prefetch={false}
            className="link"
            href={`/articles/${takenFrom.article.id}/claims/${takenFrom.number}`}
          >
            <bdi>{t('takenFrom', { title: takenFrom.article.title })}</bdi>
          </Link>
        </>
      )}
    </p>
  )
}

/** The writers of each part that a sign-off approves, and who marked or moved the claim's words. */
export function WrittenBy({ claim }: Props) {
  const t = useTranslations('article.panel')
  const tPart = useTranslations('common.claimPart')
  const format = useFormatter()
  const wrote = whoWrote(claim)
  return (
    <section className="grid gap-1" aria-labelledby="wrote-heading">
      <h3 id="wrote-heading" className="field-label">
        {t('wrote')}
      </h3>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-sm text-ink-muted">
        {CLAIM_PARTS.filter((part) => wrote[part].length > 0).map((part) => (
          <Fragment key={part}>
            <dt>{tPart(part)}</dt>
            <dd className="min-w-0 break-words">
              {format.list(wrote[part].map(({ id, name }) => <bdi key={id}>{name}</bdi>))}
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}
