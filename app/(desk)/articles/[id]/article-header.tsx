import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { FilePen, FileText, History, ListChecks, ListPlus, Pencil, SpellCheck2 } from 'lucide-react'
import { StatusBar } from '@/components/claim/status-bar'
import { buttonClass } from '@/components/ui/button'
import type { ClaimMark, getArticle } from '@/domain/article/queries'
import { noClaims } from '@/domain/claim/rules'
import { directionOf } from '@/domain/text/direction'

type Props = {
  article: Awaited<ReturnType<typeof getArticle>>
  claims: ClaimMark[]
  open: number
  corrections: number
}

/** What the article is and how far its check has come, with the ways to its history and report. */
export async function ArticleHeader({ article, claims, open, corrections }: Props) {
  const t = await getTranslations('article')
  const tRevision = await getTranslations('revision')
  const tOverlay = await getTranslations('overlay')
  const tCorrection = await getTranslations('correction')
  const tState = await getTranslations('common.articleState')
  const format = await getFormatter()
  const counts = noClaims()
  for (const claim of claims) counts[claim.status] += 1
  const facts = [
    article.byline,
    article.dateline,
    article.desk?.name,
    tState(article.state),
    article.deadline && t('deadline', { at: format.dateTime(article.deadline, 'short') }),
  ].filter(Boolean)
  const base = `/articles/${article.id}`
  return (
    <header className="grid gap-3 border-b border-line pb-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h1
          lang={article.language}
          dir={directionOf(article.language)}
          className="max-w-[34ch] text-2xl font-semibold text-balance"
        >
          {article.title}
        </h1>
        <nav aria-label={article.title} className="flex flex-wrap gap-2">
          {article.may.change && (
            <Link
              prefetch={false}
              className={buttonClass({ variant: 'ghost', size: 'sm' })}
              href={`${base}/edit`}
            >
              <Pencil aria-hidden className="size-4" />
              {t('edit')}
            </Link>
          )}
          {article.may.revise && (
            <Link
              prefetch={false}
              className={buttonClass({ variant: 'ghost', size: 'sm' })}
              href={`${base}/revise`}
            >
              <FilePen aria-hidden className="size-4" />
              {tRevision('new.link')}
            </Link>
          )}
          {article.may.makeClaim && (
            <Link
              prefetch={false}
              className={buttonClass({ variant: 'ghost', size: 'sm' })}
              href={`${base}/overlay`}
            >
              <ListPlus aria-hidden className="size-4" />
              {tOverlay('link')}
            </Link>
          )}
          <Link
            prefetch={false}
            className={buttonClass({ variant: 'ghost', size: 'sm' })}
            href={`${base}/history`}
          >
            <History aria-hidden className="size-4" />
            {t('history')}
          </Link>
          <Link
            prefetch={false}
            className={buttonClass({ variant: 'ghost', size: 'sm' })}
            href={`/claims?article=${article.id}&sort=number`}
          >
            <ListChecks aria-hidden className="size-4" />
            {t('inTable')}
          </Link>
          <Link
            prefetch={false}
            className={buttonClass({ variant: 'ghost', size: 'sm' })}
            href={`/corrections-desk?view=table&article=${article.id}`}
          >
            <SpellCheck2 aria-hidden className="size-4" />
            {tCorrection('articleLink', { count: corrections })}
          </Link>
          <Link
            prefetch={false}
            className={buttonClass({ variant: 'secondary', size: 'sm' })}
            href={`${base}/report`}
          >
            <FileText aria-hidden className="size-4" />
            {t('report')}
          </Link>
        </nav>
      </div>
      <p className="text-sm text-ink-muted">
        {article.revision > 1 ? (
          <Link prefetch={false} className="link" href={`${base}/revisions/${article.revision}`}>
            {t('revision', { number: article.revision })}
          </Link>
        ) : (
          t('revision', { number: article.revision })
        )}
        <span aria-hidden> · </span>
        <span>{t('coverage.open', { count: open })}</span>
        {facts.length > 0 && <span aria-hidden> · </span>}
        {facts.map((fact, index) => (
          <span key={index}>
            {index > 0 && <span aria-hidden> · </span>}
            <bdi>{fact}</bdi>
          </span>
        ))}
      </p>
      <StatusBar counts={counts} />
    </header>
  )
}
