import { getTranslations } from 'next-intl/server'
import { BarTable } from './chart/bars'
import { Figure } from './chart/figure'
import type { CheckerFigures } from '@/domain/statistics/shape'
import { CHECK_CLASSES, TIME_CLASSES, type Statistics } from '@/domain/statistics/shape'
import { pageFormat } from './format'

export async function ReviewTimeFigure({ checks }: Statistics) {
  const t = await getTranslations('statistics')
  const format = await pageFormat()
  const finding = t('checks.finding', {
    total: checks.now,
    median: format.duration(checks.seconds?.median ?? 0),
    p90: format.duration(checks.seconds?.p90 ?? 0),
  })
  return (
    <Figure id="review-time" title={t('checks.title')} finding={finding} note={t('checks.note')}>
      {checks.now > 0 && (
        <BarTable
          caption={t('checks.title')}
          head={{ name: t('checks.head'), value: t('spread.head') }}
          dir={format.dir}
          format={format.count}
          rows={TIME_CLASSES.map((name) => ({
            key: name,
            name: t(`checks.${name}`),
            value: checks.times[name],
          }))}
        />
      )}
    </Figure>
  )
}

/** How many checks people made, in classes. It names nobody. */
export async function SpreadFigure({ checks }: Statistics) {
  const t = await getTranslations('statistics')
  const format = await pageFormat()
  return (
    <Figure id="spread" title={t('spread.title')} finding={t('spread.finding', { count: checks.checkers })}>
      {checks.checkers > 0 && (
        <BarTable
          caption={t('spread.title')}
          head={{ name: t('spread.head'), value: t('spread.value') }}
          dir={format.dir}
          format={format.count}
          rows={CHECK_CLASSES.map((name) => ({
            key: name,
            name: t(`spread.${name}`),
            value: checks.perChecker[name],
          }))}
        />
      )}
    </Figure>
  )
}

/** Sorted by name: the list is for looking somebody up, not for ranking. */
export async function CheckersFigure({ checkers }: { checkers: readonly CheckerFigures[] }) {
  const t = await getTranslations('statistics')
  const format = await pageFormat()
  return (
    <Figure
      wide
      id="checkers"
      title={t('checkers.title')}
      finding={t('checkers.finding', { count: checkers.length })}
      note={t('checkers.note')}
    >
      {checkers.length > 0 && (
        <table className="chart-table chart-people">
          <caption className="sr-only">{t('checkers.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('checkers.head')}</th>
              <th scope="col" className="chart-number">
                {t('checkers.claims')}
              </th>
              <th scope="col">{t('checkers.median')}</th>
            </tr>
          </thead>
          <tbody>
            {checkers.map(({ id, name, claims, medianSeconds }) => (
              <tr key={id}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td className="chart-number">{format.count(claims)}</td>
                <td>{format.duration(medianSeconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Figure>
  )
}
