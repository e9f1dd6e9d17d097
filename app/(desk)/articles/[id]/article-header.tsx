import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import {
  FilePen,
  FileText,
  History,
  ListChecks,
  ListPlus,
  Pencil,
  SpellCheck2,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import { StatusBar } from '@/components/claim/status-bar'
import { ToSettle } from '@/components/claim/to-settle'
import { buttonClass } from '@/components/ui/button'
import type { getArticle } from '@/domain/article/queries'
import type { ClaimMark } from '@/domain/article/shape'
import { noClaims } from '@/domain/claim/rules'
import { directionOf } from '@/text/direction'

type Article = Awaited<ReturnType<typeof getArticle>>

type Way = { href: string; Sign: LucideIcon; words: string; variant?: 'secondary' | 'ghost'; file?: boolean }

/** A link to another page, or to a file, which the browser saves. */
function WayLink({ href, Sign, words, variant = 'ghost', file = false }: Way) {
  const looks = { className: buttonClass({ variant, size: 'sm' }), href }
  const content = (
    <>
      <Sign aria-hidden className="size-4" />
      {words}
    </>
  )
  return file ? (
    <a {...looks} download>
      {content}
    </a>
  ) : (
    <Link prefetch={false} {...looks}>
      {content}
    </Link>
  )
}

/** Links to the other pages of an article that the reader may open. */
async function ArticleLinks({ article, corrections }: { article: Article; corrections: number }) {
  const t = await getTranslations('article')
  const tRevision = await getTranslations('revision')
  const tImport = await getTranslations('claimImport')
  const tCorrection = await getTranslations('correction')
  const { id, may } = article
  const base = `/articles/${id}`
  const ways: (Way | false)[] = [
    may.change && { href: `${base}/edit`, Sign: Pencil, words: t('edit') },
    may.revise && { href: `${base}/revise`, Sign: FilePen, words: tRevision('new.link') },
    may.makeClaim && { href: `${base}/claim-import`, Sign: ListPlus, words: tImport('link') },
    { href: `${base}/history`, Sign: History, words: t('history') },
    { href: `/claims?article=${id}&sort=number`, Sign: ListChecks, words: t('inTable') },
    {
      href: `/corrections-desk?view=table&article=${id}`,
      Sign: SpellCheck2,
      words: tCorrection('articleLink', { count: corrections }),
    },
    may.export && { href: `${base}/marked-copy/docx`, Sign: Undo2, words: t('markedCopy'), file: true },
    { href: `${base}/report`, Sign: FileText, words: t('report'), variant: 'secondary' },
  ]
  return (
    <nav aria-label={article.title} className="flex flex-wrap gap-2">
      {ways.map((way) => way && <WayLink key={way.href} {...way} />)}
    </nav>
  )
}

type Props = {
  article: Article
  claims: ClaimMark[]
  open: number
  corrections: number
}

/** The article's description and the progress of its check, with links to its history and report. */
export async function ArticleHeader({ article, claims, open, corrections }: Props) {
  const t = await getTranslations('article')
  const tState = await getTranslations('common.articleState')
  const format = await getFormatter()
  const counts = noClaims()
  for (const claim of claims) counts[claim.status] += 1
  const toSettle = claims.filter((claim) => claim.state === 'changed').length
  const facts = [
    article.byline,
    article.dateline,
    article.desk?.name,
    tState(article.state),
    article.deadline && t('deadline', { at: format.dateTime(article.deadline, 'short') }),
  ].filter(Boolean)
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
        <ArticleLinks article={article} corrections={corrections} />
      </div>
      <p className="text-sm text-ink-muted">
        {article.revision > 1 ? (
          <Link
            prefetch={false}
            className="link"
            href={`/articles/${article.id}/revisions/${article.revision}`}
          >
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
      <ToSettle articleId={article.id} revision={article.revision} count={toSettle} className="text-sm" />
    </header>
  )
}
