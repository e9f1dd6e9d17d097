import { getLocale, getTranslations } from 'next-intl/server'
import type { Search } from '@/app/address'
import { PageHeader } from '@/components/shell/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { dayIn } from '@/domain/calendar/clock'
import { articleFacets } from '@/domain/article/queries'
import { statisticsQuery } from '@/domain/statistics/params'
import { daysBetween } from '@/domain/statistics/period'
import { checkerFiguresFor, getStatistics } from '@/domain/statistics/queries'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { requireActor } from '@/app/server/session'
import { AddressIssues } from '../../list-filters/address-issues'
import { readStatisticsAddress } from './address'
import { CheckersFigure, ReviewTimeFigure, SpreadFigure } from './check-figures'
import { pageFormat } from './format'
import { CueFigure, FoundByFigure, OverdueFigure, WhoseFigure } from './origin-figures'
import { CsvLinks } from './csv-links'
import { PeriodControls } from './period-controls'
import { DeskFigure, KindFigure, PublishedFigure, SeverityFigure } from './published-figures'
import { StepFigure } from './step-figure'
import { Summary } from './summary'
import './statistics.css'
import './figure.css'
import './chart.css'
import { pageTitle } from '@/app/server/page-title'

export const generateMetadata = pageTitle((t) => t('statistics.title'))

export default async function StatisticsPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor()
  const reader = { language: await getLocale(), today: dayIn(now(), settings().newsroomTimeZone) }
  const { params, issues } = await readStatisticsAddress(searchParams, reader)
  const [statistics, checkers, { desks }] = await Promise.all([
    getStatistics(actor, params),
    checkerFiguresFor(actor, params),
    articleFacets(actor),
  ])
  const t = await getTranslations('statistics')
  const format = await pageFormat()
  const { period } = statistics
  const span = ({ first, last }: { first: string; last: string }) =>
    first === last
      ? t('oneDay', { day: format.day(first) })
      : t('span', { first: format.day(first), last: format.day(last) })
  const nothing = statistics.published.now === 0 && statistics.checks.now === 0
  return (
    <div className="statistics">
      <PageHeader
        title={t('title')}
        description={
          <>
            <strong className="font-semibold text-ink">{span(period)}</strong>
            {statistics.desks.map((desk) => (
              <bdi key={desk}> · {t('ofDesk', { desk })}</bdi>
            ))}
            <br />
            {t('compared', {
              days: daysBetween(period.first, period.last),
              span: span(period.before),
              zone: period.zone,
            })}
          </>
        }
        actions={<CsvLinks query={statisticsQuery(params)} />}
      />
      <AddressIssues issues={issues} />
      <PeriodControls params={params} shown={period} desks={desks} />
      <Summary {...statistics} />
      {nothing ? (
        <EmptyState
          title={t('empty')}
          description={t('emptyHint', { first: format.day(period.first), last: format.day(period.last) })}
        />
      ) : (
        <div className="figures">
          <PublishedFigure {...statistics} />
          <KindFigure {...statistics} />
          <SeverityFigure {...statistics} />
          <DeskFigure {...statistics} />
          <FoundByFigure {...statistics} />
          <StepFigure {...statistics} />
          <CueFigure {...statistics} />
          <div className="figure-stack">
            <WhoseFigure {...statistics} />
            <OverdueFigure {...statistics} />
          </div>
          <ReviewTimeFigure {...statistics} />
          <SpreadFigure {...statistics} />
          {checkers && <CheckersFigure checkers={checkers} />}
        </div>
      )}
    </div>
  )
}
