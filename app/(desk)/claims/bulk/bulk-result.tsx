'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Banner } from '@/components/ui/banner'
import { directionOf } from '@/text/direction'
import type { BulkState } from './use-bulk'

/** How far a bulk change has come; then what became of the claims, and why some were left. */
export function BulkResult({ state }: { state: BulkState | null }) {
  const t = useTranslations('claims.bulkChange')
  const tCommon = useTranslations('common')
  const tErrors = useTranslations('errors')
  const counts = state && (state.undoing ? state.undone : state.counts)
  const total = state && (state.undoing ? state.counts.changed : state.total)
  const left = counts ? counts.refused + counts.conflict : 0
  const over = state !== null && state.waiting === 0
  return (
    <div className="grid gap-3">
      {state && total !== null && !over && (
        <progress className="w-full" aria-label={t('progress')} max={total} value={total - state.waiting} />
      )}
      <p role="status" className="font-medium empty:hidden">
        {state && counts && over && t(state.undoing ? 'undone' : 'done', counts)}
        {state && total !== null && !over && t('reached', { count: total - state.waiting, total })}
      </p>
      {over && left > 0 && (
        <Banner tone="warn" title={t(state.undoing ? 'notUndone' : 'left', { count: left })}>
          <ul className="bulk-left">
            {state.left.map(({ id, number, article, key }) => (
              <li key={id}>
                <Link className="link" href={`/articles/${article.id}/claims/${number}`} prefetch={false}>
                  {tCommon('claimNumber', { number })}
                </Link>
                {' · '}
                <bdi lang={article.language} dir={directionOf(article.language)}>
                  {article.title}
                </bdi>
                {': '}
                {tErrors(key as 'conflict')}
              </li>
            ))}
          </ul>
          {state.left.length < left && <p>{t('leftMore', { count: left - state.left.length })}</p>}
        </Banner>
      )}
    </div>
  )
}
