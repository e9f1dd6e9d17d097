import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { AlarmClock, FileText } from 'lucide-react'
import { buttonClass } from '@/components/ui/button'
import type { getArticle } from '@/domain/article/queries'
import { isPastDeadline } from '@/domain/article/rules'
import type { ClaimMark } from '@/domain/article/shape'
import { noClaims } from '@/domain/claim/rules'
import { CLAIM_STATUSES } from '@/domain/claim/statuses'
import { zoneName } from '@/domain/calendar/zone-name'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { directionOf } from '@/text/direction'
import { formatTag } from '@/text/locale'
import { ArticleMenu } from './article-menu'
import './article-header.css'
import { ARTICLE_HEAD } from './head-mark'

type Props = {
  article: Awaited<ReturnType<typeof getArticle>>
  claims: ClaimMark[]
  corrections: number
}

const ORDER = [...CLAIM_STATUSES].reverse()

/** How far the check of an article has come, as a short bar and in words. */
async function Progress({ claims }: Pick<Props, 'claims'>) {
  const t = await getTranslations('article')
  const counts = noClaims()
  for (const claim of claims) counts[claim.status] += 1
  const total = claims.length
  if (total === 0) return null
  const done = total - counts.unreviewed
  return (
    <span className="article-progress" title={t('progress', { done, total })}>
      <span aria-hidden className="article-progress-bar">
        {ORDER.map(
          (status) =>
            counts[status] > 0 && (
              <span key={status} data-status={status} style={{ flexGrow: counts[status] }} />
            ),
        )}
      </span>
      <span aria-hidden>{t('progressShort', { done, total })}</span>
      <span className="sr-only">{t('progress', { done, total })}</span>
    </span>
  )
}

/** One line that stays in sight: the title, how far its check is, its report and a menu of its other pages. */
export async function ArticleHeader({ article, claims, corrections }: Props) {
  const t = await getTranslations('article')
  const tState = await getTranslations('common.articleState')
  const format = await getFormatter()
  const late = isPastDeadline(article, now())
  const zone = zoneName(settings().newsroomTimeZone, formatTag(await getLocale()))
  return (
    <header className="article-head" {...{ [ARTICLE_HEAD]: '' }}>
      <h1
        lang={article.language}
        dir={directionOf(article.language)}
        title={article.title}
        className="article-head-title"
      >
        {article.title}
      </h1>
      <p className="article-head-facts">
        <span className="article-state" data-state={article.state}>
          {tState(article.state)}
        </span>
        <Progress claims={claims} />
        {article.deadline && (
          <bdi
            className="article-deadline"
            title={format.dateTime(article.deadline, 'exact')}
            data-overdue={late || undefined}
          >
            {late && <AlarmClock aria-hidden className="me-1 inline size-4" />}
            {t(late ? 'deadlinePast' : 'deadline', { at: format.dateTime(article.deadline, 'short') })}
            <span className="hidden lg:inline"> {zone}</span>
          </bdi>
        )}
      </p>
      <div className="article-head-ways">
        <Link
          prefetch={false}
          className={buttonClass({ size: 'sm' })}
          href={`/articles/${article.id}/report`}
        >
          <FileText aria-hidden className="size-4" />
          {t('report')}
        </Link>
        <ArticleMenu article={article} corrections={corrections} />
      </div>
    </header>
  )
}
