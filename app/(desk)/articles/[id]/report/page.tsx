import { Suspense } from 'react'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { StatusBar } from '@/components/claim/status-bar'
import { ReportList } from '@/components/report/report-list'
import { PageHeader } from '@/components/shell/page-header'
import { may } from '@/domain/permissions'
import { listReports, previewReport } from '@/domain/report/queries'
import { signOffsOf } from '@/domain/sign-off/together/queries'
import { directionOf } from '@/text/direction'
import { wordsOf } from '@/printing/words'
import { found } from '@/app/server/found'
import { requireActor } from '@/app/server/session'
import { recordParams } from '@/app/server/record-params'
import { IssueForm } from './issue-form'
import { LettersWithoutFont } from './letters-without-font'
import { Obstacles } from './obstacles'
import { SignOffs } from './sign-offs/sign-offs'
import { articlePageTitle } from '@/app/server/page-title'

export const generateMetadata = articlePageTitle((t) => t('reports.title'))

export default async function ArticleReportPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const { id } = await recordParams(params)
  const locale = await getLocale()
  const maySign = may(actor, 'signOffClaim')
  const [content, reports, waiting] = await found(
    Promise.all([
      previewReport(actor, id, { language: locale, internal: true }),
      listReports(actor, { article: id }),
      maySign ? signOffsOf(actor, id) : { items: [] },
    ]),
  )
  const t = await getTranslations('reports')
  const words = wordsOf(locale)
  const { article, obstacles, counts, coverage } = content
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <PageHeader
        title={t('title')}
        description={
          <span lang={article.language} dir={directionOf(article.language)} className="at-page-edge block">
            {article.title}
          </span>
        }
        actions={
          <Link className="link" href={`/articles/${id}`}>
            {t('back')}
          </Link>
        }
      />
      <Obstacles articleId={id} obstacles={obstacles} words={words} />
      <SignOffs
        article={{ id, language: article.language, dir: directionOf(article.language) }}
        claims={waiting.items}
      />
      <section className="grid gap-2" aria-labelledby="counts">
        <h2 id="counts" className="text-lg font-semibold">
          {t('counts')}
        </h2>
        <StatusBar counts={counts} />
        <p className="text-sm text-ink-muted">{words('report.coverage', coverage)}</p>
      </section>
      <section className="grid gap-3" aria-labelledby="issue">
        <h2 id="issue" className="text-lg font-semibold">
          {t('issue.heading')}
        </h2>
        <Suspense fallback={null}>
          <LettersWithoutFont content={content} />
        </Suspense>
        <IssueForm
          articleId={id}
          language={locale}
          blocked={obstacles.length > 0}
          mayIssue={may(actor, 'issueReport')}
          current={reports.items
            .filter((one) => !one.supersededBy)
            .map(({ number, language, internal }) => ({ number, language, internal }))}
        />
      </section>
      <section className="grid gap-3" aria-labelledby="issued">
        <h2 id="issued" className="text-lg font-semibold">
          {t('list.heading')}
        </h2>
        {reports.items.length === 0 ? (
          <p className="text-ink-muted">{t('list.none')}</p>
        ) : (
          <ReportList items={reports.items} />
        )}
      </section>
    </div>
  )
}
