import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { readAddress, type Search } from '@/app/address'
import { newCorrectionAddressSchema } from '@/domain/correction/schema'
import { found } from '@/app/server/found'
import { may } from '@/domain/permissions'
import { fieldsOf } from '../parts/fields'
import { RequestSource } from '../parts/request-source'
import { Banner } from '@/components/ui/banner'
import { PageHeader } from '@/components/shell/page-header'
import { getArticle } from '@/domain/article/queries'
import { getClaim } from '@/domain/claim/queries'
import { dayIn } from '@/domain/calendar/clock'
import { getOpenCorrectionRequest } from '@/domain/correction/queries'
import { directionOf } from '@/text/direction'
import type { Actor } from '@/domain/user/policy'
import { wordingsFor } from '@/domain/wording/queries'
import { now } from '@/services/clock'
import { requireActor } from '@/app/server/session'
import { settings } from '@/services/settings'
import { todayIn } from '../today'
import { ChooseArticle } from './choose-article'
import { NewCorrectionForm } from './new-correction-form'
import '../correction-card.css'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('correction.form.newTitle'))

/**
 * The initial values of the form: from a correction request, from a claim with its finding and proposal, or from an
 * article alone.
 */
async function beginning(actor: Actor, asked: { article?: string; claim?: string; request?: string }) {
  const request = asked.request ? await getOpenCorrectionRequest(actor, asked.request) : null
  const claimId = asked.claim ?? request?.claimId ?? undefined
  const claim = claimId ? await getClaim(actor, claimId) : null
  const articleId = asked.article ?? claim?.article.id ?? request?.articleId ?? undefined
  const article = articleId ? await getArticle(actor, articleId) : null
  const proposal = claim?.proposal
  const initial = fieldsOf({
    kind: 'correction',
    severity: 'significant',
    foundBy: request ? 'reader' : 'desk',
    quote: claim?.quote ?? request?.phrase ?? '',
    replacement: proposal?.replacement ?? null,
    // Readers see this. What one of them remarked is not theirs to publish.
    wrong: proposal?.reason ?? '',
    right: claim?.finding ?? '',
    note: '',
    explanation: '',
    asked: '',
    fixedElsewhere: '',
  })
  return { request, claim, article, initial }
}

type Props = { searchParams: Search }

export default async function NewCorrectionPage({ searchParams }: Props) {
  const actor = await requireActor()
  if (!may(actor, 'startCorrection')) notFound()
  const { params, issues } = await readAddress(newCorrectionAddressSchema, searchParams)
  const { request, claim, article, initial } = await found(beginning(actor, params))
  const t = await getTranslations('correction')
  const tCommon = await getTranslations('common')
  const leftOut = issues.length > 0 && <Banner tone="warn" title={t('badAddress')} />
  if (!article)
    return (
      <div className="mx-auto max-w-3xl">
        <PageHeader title={t('form.newTitle')} description={t('form.chooseArticle')} />
        {leftOut}
        <ChooseArticle request={request?.id} />
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
      {leftOut}
      {request && (
        <section className="correction-card" aria-label={t('about.request')}>
          <h2 className="field-label">{t('about.request')}</h2>
          <p dir="auto" className="break-words whitespace-pre-wrap">
            {request.problem}
          </p>
          <RequestSource source={request.source} />
        </section>
      )}
      <NewCorrectionForm
        origin={{ articleId: article.id, claimId: claim?.id, correctionRequestId: request?.id }}
        initial={initial}
        language={article.language}
        wordings={wordings}
        today={todayIn(article.language, dayIn(now(), settings().newsroomTimeZone))}
      />
    </div>
  )
}
