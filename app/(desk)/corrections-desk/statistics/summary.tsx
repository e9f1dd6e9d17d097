import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Statistics } from '@/domain/statistics/shape'
import { pageFormat, rateTrendOf, trendOf } from './format'
import './summary.css'

function Tile({ value, name, children }: { value: string; name: string; children: ReactNode }) {
  return (
    <li className="tile">
      <p className="tile-value">{value}</p>
      <p className="tile-name">{name}</p>
      {children}
    </li>
  )
}

/** The few numbers that people ask for first, each with its comparison. */
export async function Summary({ published, rates, overdue, checks }: Statistics) {
  const t = await getTranslations('statistics')
  const format = await pageFormat()
  return (
    <section aria-label={t('summary.label')} className="grid gap-2">
      <ul className="tiles">
        <Tile value={format.count(published.now)} name={t('summary.published')}>
          <p>{t('trend', trendOf(published, format))}</p>
        </Tile>
        <Tile value={format.rate(rates.perHundredArticles.now)} name={t('summary.perArticles')}>
          <p>{t('summary.perArticlesOf', { count: rates.articles.now })}</p>
          <p>{t('trendRate', rateTrendOf(rates.perHundredArticles, format))}</p>
        </Tile>
        <Tile value={format.rate(rates.perThousandClaims.now)} name={t('summary.perClaims')}>
          <p>{t('summary.perClaimsOf', { count: rates.claims.now })}</p>
          <p>{t('trendRate', rateTrendOf(rates.perThousandClaims, format))}</p>
        </Tile>
        <Tile value={format.count(overdue.total)} name={t('summary.overdue')}>
          <p>
            {overdue.total === 0
              ? t('summary.noneOverdue')
              : t('summary.overdueOf', {
                  acknowledge: format.count(overdue.acknowledge),
                  publish: format.count(overdue.publish),
                })}
          </p>
        </Tile>
        <Tile value={format.count(checks.now)} name={t('summary.checks')}>
          <p>{t('trend', trendOf(checks, format))}</p>
        </Tile>
      </ul>
      <p className="figure-note">{t('summary.rateNote')}</p>
    </section>
  )
}
