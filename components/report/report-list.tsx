import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReportRow } from '@/domain/report/shape'
import { directionOf } from '@/text/direction'
import './report-list.css'

type Props = { items: ReportRow[]; /** For lists with reports of several articles. */ showArticle?: boolean }

/** A list of issued reports: what each one is, and whether it is still current. */
export function ReportList({ items, showArticle = false }: Props) {
  const t = useTranslations('reports')
  const format = useFormatter()
  return (
    <ul className="report-list" aria-label={t('list.label')}>
      {items.map((report) => (
        <li key={report.id} className="report-item">
          <div className="flex flex-wrap items-center gap-2">
            <Link className="link font-semibold" prefetch={false} href={`/reports/${report.id}`}>
              <bdi>{report.number}</bdi>
            </Link>
            <span className="report-kind" data-kind={report.kind}>
              {t(`row.kind.${report.kind}`)}
            </span>
            <span className="text-sm text-ink-muted">
              {report.supersededBy
                ? t('row.superseded', { number: report.supersededBy.number })
                : t('row.current')}
            </span>
          </div>
          {showArticle && (
            <p lang={report.article.language} dir={directionOf(report.article.language)}>
              {report.article.title}
            </p>
          )}
          <p className="text-sm text-ink-muted">
            <bdi>
              {t('row.by', {
                name: report.issuedBy.name,
                at: format.dateTime(report.issuedAt, 'short'),
              })}
            </bdi>
            <span aria-hidden> · </span>
            {t(`row.language.${report.language}`)}
            <span aria-hidden> · </span>
            {t(report.internal ? 'row.internal' : 'row.external')}
          </p>
        </li>
      ))}
    </ul>
  )
}
