'use client'

import { useState } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import { History } from 'lucide-react'
import type { ClaimNews } from '@/domain/reading/rules'

/**
 * Says that colleagues changed the claim since its reader last had it before them. It stays until the reader leaves the
 * claim, although the claim counts as read from now on.
 */
export function ChangedSince({ news }: { news: ClaimNews | null }) {
  const t = useTranslations('article.panel')
  const format = useFormatter()
  const [kept, setKept] = useState(news)
  if (news && news.position !== kept?.position) setKept(news)
  return (
    <p role="status" className="text-sm text-ink-muted empty:hidden">
      {kept && (
        <>
          <History aria-hidden className="me-1 inline size-4 align-text-bottom" />
          {t('changedSince', {
            count: kept.count,
            name: kept.by,
            at: format.dateTime(new Date(kept.at), 'short'),
          })}
        </>
      )}
    </p>
  )
}
