import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { HistoryList } from '@/components/history/history-list'
import { claimHistory } from '@/domain/history/queries'
import type { Actor } from '@/domain/user/policy'

const HISTORY_LINES = 10

type Props = { actor: Actor; claimId: string; articleId: string }

/** The newest lines of a claim's history, and the way to all of them. */
export async function ClaimHistory({ actor, claimId, articleId }: Props) {
  const t = await getTranslations('article.panel')
  const { items, next } = await claimHistory(actor, claimId, { limit: HISTORY_LINES })
  return (
    <>
      <HistoryList lines={items} />
      {next !== null && (
        <Link prefetch={false} className="link" href={`/articles/${articleId}/history`}>
          {t('older')}
        </Link>
      )}
    </>
  )
}
