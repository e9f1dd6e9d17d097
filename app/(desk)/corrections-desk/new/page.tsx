import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { readSearch, type Search } from '@/app/address'
import { found } from '@/app/server/found'
import { may } from '@/domain/permissions'
import { fieldsOf } from '../parts/fields'
import { PageHeader } from '@/components/shell/page-header'
import { getArticle } from '@/domain/article/queries'
import { getClaim } from '@/domain/claim/queries'
import { dayIn } from '@/domain/calendar/clock'
import { getOpenReport } from '@/domain/correction/queries'
import { directionOf } from '@/text/direction'
import { UUID } from '@/text/uuid'
import type { Actor } from '@/domain/user/policy'
import { wordingsFor } from '@/domain/wording/queries'
import { now } from '@/services/clock'
import { requireActor } from '@/app/server/session'
import { settings } from '@/services/settings'
import { todayIn } from '../today'
import { ChooseArticle } from './choose-article'
import { NewCorrectionForm } from './new-correction-form'
import '../correction-card.css'

/**
 * The initial values of the form: from a reader's report, from a claim with its finding and proposal, or from an
 * article alone.
 */
async function beginning(actor: Actor, asked: { article?: string; claim?: string; report?: string }) {
  const report = asked.report ? await getOpenReport(actor, asked.report) : null
  const claimId = asked.claim ?? report?.claimId ?? undefined
  const claim = claimId ? await getClaim(actor, claimId) : null
  const articleId = asked.article ?? claim?.article.id ?? report?.articleId ?? undefined
  const article = articleId ? await getArticle(actor, articleId) : null
  const proposal = claim?.proposal
  const initial = fieldsOf({
    kind: 'correction',
    severity: 'significant',
    foundBy: report ? 'reader' : 'desk',
    quote: claim?.quote ?? report?.phrase ?? '',
    replacement: proposal?.replacement ?? null,
    wrong: report?.problem ?? proposal?.reason ?? '',
    right: claim?.finding ?? '',
    note: '',
    explanation: '',
    asked: '',
    fixedElsewhere: '',
  })
  return { report, claim, article, initial }
}

type Props = { searchParams: Search }

export default async function NewCorrectionPage({ searchParams }: Props) {
  const actor = await requireActor()
  if (!may(actor, 'startCorrection')) notFound()
  const search = await readSearch(searchParams)
  const id = (name: string) => {
    const value = search[name]
    return value && UUID.test(value) ? value : undefined
  }
  const { report, claim, article, initial } = await found(
    beginning(actor, {
      article: id('article'),
      claim: id('claim'),
      report: id('report'),
    }),
  )
  const t = await getTranslations('correction')
  const tCommon = await getTranslations('common')
  if (!article)
    return (
      <div className="mx-auto max-w-3xl">
        <PageHeader title={t('form.newTitle')} description={t('form.chooseArticle')} />
        <ChooseArticle report={report?.id} />
      </div>
    )
  const wordings = await wordingsFor(actor, article.language)
  return (
    <div className="mx-auto grid max-w-3xl gap-4">
      <PageHeader
        title={t('form.newTitle')}
        description={
          <>
            <Link
              prefetch={false}
              className="link"
              lang={article.language}
              dir={directionOf(article.language)}
              href={`/articles/${article.id}${claim ? `/claims/${claim.number}` : ''}`}
            >
              {article.title}
            </Link>
            {claim && <> · {tCommon('claimNumber', { number: claim.number })}</>}
          </>
        }
      />
      {report && (
        <section className="correction-card" aria-label={t('about.report')}>
          <h2 className="field-label">{t('about.report')}</h2>
          <p dir="auto" className="break-words whitespace-pre-wrap">
            {report.problem}
          </p>
          {report.source && (
            <p className="text-sm break-all text-ink-muted">
              <bdi>{t('inbox.source', { source: report.source })}</bdi>
            </p>
          )}
        </section>
      )}
      <NewCorrectionForm
        origin={{ articleId: article.id, claimId: claim?.id, readerReportId: report?.id }}
        initial={initial}
        language={article.language}
        wordings={wordings}
        today={todayIn(article.language, dayIn(now(), settings().newsroomTimeZone))}
      />
    </div>
  )
}
