'use client'

import Link from 'next/link'
import { useState, type KeyboardEvent } from 'react'
import { useTranslations } from 'next-intl'
import { ChangedMark } from '@/components/claim/changed-mark'
import { ClaimStatusBadge } from '@/components/claim/status'
import type { ClaimStatus } from '@/domain/claim/statuses'
import type { ArticleShown } from '../article-shown'
import { useGrowing } from '../article-text/use-growing'
import './claim-row.css'

type Props = {
  article: ArticleShown
  claims: { number: number; quote: string; status: ClaimStatus; isChanged: boolean }[]
}

/** How many rows the first paint shows. */
const FIRST = 40

/** The row to which a key moves the focus; null for other keys. */
function rowAfter(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

/** The claims of an article. Hundreds of rows are one tab stop; arrow keys lead from one to the next. */
export function ClaimRows({ article, claims }: Props) {
  const t = useTranslations('article.overview')
  const tStatus = useTranslations('common.status')
  const rendered = useGrowing(claims.length, FIRST)
  const [stop, setStop] = useState(0)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = rowAfter(event.key, stop, rendered)
    if (next === null) return
    event.preventDefault()
    setStop(next)
    event.currentTarget.querySelectorAll<HTMLElement>('.claim-row')[next]?.focus()
  }
  return (
    <>
      <p className="text-sm text-ink-muted">{t('choose')}</p>
      <ol onKeyDown={onKeyDown}>
        {claims.slice(0, rendered).map((claim, index) => (
          <li key={claim.number}>
            <Link
              className="claim-row"
              href={`/articles/${article.id}/claims/${claim.number}`}
              scroll={false}
              prefetch={false}
              tabIndex={index === stop ? 0 : -1}
              onFocus={() => setStop(index)}
            >
              <span className="tabular-nums text-ink-muted">{claim.number}</span>
              <span className="min-w-0">
                <span lang={article.language} dir={article.dir} className="line-clamp-2">
                  {claim.quote}
                </span>
                {claim.isChanged && <ChangedMark />}
              </span>
              <ClaimStatusBadge status={claim.status} label={tStatus(claim.status)} />
            </Link>
          </li>
        ))}
      </ol>
    </>
  )
}
