import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Download } from 'lucide-react'
import { ReportList } from '@/components/report/report-list'
import { PageHeader } from '@/components/shell/page-header'
import { Banner } from '@/components/ui/banner'
import { getIssuedReport } from '@/domain/report/queries'
import { SEPARATORS } from '@/domain/export/csv-form'
import { REPORT_FORMATS } from '@/domain/report/schema'
import { found } from '@/app/server/found'
import { requireActor } from '@/app/server/session'
import { recordParams } from '@/app/server/record-params'
import './report-files.css'
import '@/app/proof.css'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('reports.title'))

export default async function ReportPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const { id } = await recordParams(params)
  const { row, proof } = await found(getIssuedReport(actor, id))
  const t = await getTranslations('reports')
  const facts = proof && [
    [t('one.digest'), proof.digest],
    [t('one.signature'), proof.signature],
    [t('one.key'), proof.keyId],
  ]
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <PageHeader title={t('one.title', { number: row.number })} />
      {row.supersededBy && (
        <Banner tone="warn" title={t('one.supersededTitle')}>
          <Link className="link" href={`/reports/${row.supersededBy.id}`}>
            {t('one.supersededHint', { number: row.supersededBy.number })}
          </Link>
        </Banner>
      )}
      <ReportList items={[row]} showArticle />
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        {row.supersedes && (
          <Link className="link" href={`/reports/${row.supersedes.id}`}>
            {t('one.supersedes', { number: row.supersedes.number })}
          </Link>
        )}
        <Link className="link" href={`/articles/${row.article.id}`}>
          {t('one.article')}
        </Link>
        <Link className="link" href={`/articles/${row.article.id}/claim-review`}>
          {t('one.claimReview')}
        </Link>
      </p>
      <section className="grid gap-3" aria-labelledby="files">
        <h2 id="files" className="text-lg font-semibold">
          {t('one.download')}
        </h2>
        <ul className="report-files">
          {REPORT_FORMATS.map((format) => (
            <li key={format}>
              <a className="report-file" href={`/reports/${id}/${format}`}>
                <Download aria-hidden className="size-4" />
                <span>{t(`one.formats.${format}`)}</span>
                <span className="text-sm text-ink-muted">{t(`one.hints.${format}`)}</span>
              </a>
            </li>
          ))}
        </ul>
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          {SEPARATORS.filter((one) => one !== 'comma').map((one) => (
            <a key={one} className="link" href={`/reports/${id}/csv?separator=${one}`}>
              {t(`one.csvWith.${one}`)}
            </a>
          ))}
          <a className="link" href={`/reports/${id}/csv?bom=0`}>
            {t('one.csvBare')}
          </a>
        </p>
      </section>
      {facts && (
        <section className="grid gap-2" aria-labelledby="proof">
          <h2 id="proof" className="text-lg font-semibold">
            {t('one.proof')}
          </h2>
          <dl className="proof">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="ltr">{value}</dd>
              </div>
            ))}
          </dl>
          <p>
            <Link className="link" href={`/verify?number=${row.number}&digest=${row.digest}`}>
              {t('one.check')}
            </Link>
          </p>
        </section>
      )}
    </div>
  )
}
