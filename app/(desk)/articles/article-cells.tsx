'use client'

import Link from 'next/link'
import { useNow, useTranslations } from 'next-intl'
import { DueTime } from '@/components/claim/due-time'
import { ToSettle } from '@/components/claim/to-settle'
import { MomentCell } from '@/components/table/cells'
import type { Cells } from '@/components/table/table-body'
import { useZoneName } from '@/components/ui/zone'
import { isPastDeadline } from '@/domain/article/rules'
import type { ArticleRow } from '@/domain/article/shape'
import { CLAIM_STATUSES } from '@/domain/claim/statuses'
import { directionOf } from '@/text/direction'
import './article-cells.css'

export const SHOWN_AT_FIRST = ['title', 'state', 'desk', 'deadline', 'claims', 'updated']

const Title = ({ id, title, language }: ArticleRow) => (
  <Link href={`/articles/${id}`} prefetch={false} data-row-link className="article-link">
    <span lang={language} dir={directionOf(language)} title={title}>
      {title}
    </span>
  </Link>
)

function State({ state }: Pick<ArticleRow, 'state'>) {
  const t = useTranslations('common.articleState')
  return <span className="whitespace-nowrap">{t(state as 'draft')}</span>
}

function Deadline({ article }: { article: ArticleRow }) {
  const { deadline } = article
  const overdue = isPastDeadline(article, useNow())
  return <DueTime at={deadline} overdue={overdue} zone={useZoneName()} />
}

/** How far the check is, as a bar and in numbers. */
function Progress({ article }: { article: ArticleRow }) {
  const t = useTranslations('article')
  const tCommon = useTranslations('common')
  const { counts } = article
  const total = CLAIM_STATUSES.reduce((sum, status) => sum + counts[status], 0)
  if (total === 0) return <span className="text-ink-muted">{tCommon('claimCount', { count: 0 })}</span>
  return (
    <span className="article-progress">
      <span aria-hidden className="article-progress-bar">
        {CLAIM_STATUSES.toReversed().map(
          (status) =>
            counts[status] > 0 && (
              <i key={status} data-status={status} style={{ flexGrow: counts[status] }} />
            ),
        )}
      </span>
      <bdi dir="ltr" aria-hidden className="tabular-nums">
        {total - counts.unreviewed}/{total}
      </bdi>
      <span className="sr-only">{t('progress', { done: total - counts.unreviewed, total })}</span>
      <ToSettle articleId={article.id} revision={article.revision} count={article.anchors.changed} />
    </span>
  )
}

/** The cells of an article, column by column. */
export const articleCells = {
  title: (row) => <Title {...row} />,
  state: ({ state }) => <State state={state} />,
  desk: ({ desk }) => <bdi>{desk}</bdi>,
  deadline: (row) => <Deadline article={row} />,
  claims: (row) => <Progress article={row} />,
  byline: ({ byline }) => <bdi>{byline}</bdi>,
  updated: ({ updatedAt }) => <MomentCell at={updatedAt} />,
} satisfies Cells<ArticleRow>
