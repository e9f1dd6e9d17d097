import { getTranslations } from 'next-intl/server'
import { SpreadBar } from './chart/bars'
import { Figure } from './chart/figure'
import type { Severity } from '@/domain/correction/rules'
import { SPANS, type Spread, type Statistics, type Steps } from '@/domain/statistics/shape'
import { pageFormat } from './format'

async function StepDetails({ steps }: { steps: readonly Steps[] }) {
  const t = await getTranslations('statistics')
  const format = await pageFormat()
  const nameOf = ({ by, name }: Steps) => {
    if (by === 'all') return t('steps.all')
    if (by === 'severity') return t('steps.ofSeverity', { name: t(`severity.${name as Severity}`) })
    return t('steps.ofDesk', { name: name ?? t('noDesk') })
  }
  const words = (spread: Spread | null) =>
    spread
      ? t('steps.pair', { median: format.duration(spread.median), p90: format.duration(spread.p90) })
      : t('steps.none')
  return (
    <details className="chart-details">
      <summary>{t('steps.more')}</summary>
      <p className="figure-note">{t('steps.pairNote')}</p>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t('steps.more')}>
        <table className="chart-table">
          <caption className="sr-only">{t('steps.more')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('steps.group')}</th>
              <th scope="col" className="chart-number">
                {t('count')}
              </th>
              {SPANS.map((span) => (
                <th key={span} scope="col">
                  {t(`steps.span.${span}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((row) => (
              <tr key={`${row.by} ${row.name}`}>
                <th scope="row">{nameOf(row)}</th>
                <td className="chart-number">{format.count(row.count)}</td>
                {SPANS.map((span) => (
                  <td key={span}>{words(row.spans[span])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

export async function StepFigure({ steps }: Statistics) {
  const t = await getTranslations('statistics')
  const format = await pageFormat()
  const all = steps.now.find(({ by }) => by === 'all')
  const before = steps.before.find(({ by }) => by === 'all')
  const whole = all?.spans.whole
  const most = Math.max(...SPANS.map((span) => all?.spans[span]?.p90 ?? 0))
  const finding = t('steps.finding', {
    known: whole ? 'yes' : 'no',
    median: format.duration(whole?.median ?? 0),
    p90: format.duration(whole?.p90 ?? 0),
  })
  return (
    <Figure wide id="steps" title={t('steps.title')} finding={finding} note={whole && t('steps.note')}>
      {all && (
        <>
          <table className="chart-table chart-steps">
            <caption className="sr-only">{t('steps.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('steps.head')}</th>
                <th scope="col">{t('steps.median')}</th>
                <th scope="col" colSpan={2}>
                  {t('steps.p90')}
                </th>
                <th scope="col">{t('steps.medianBefore')}</th>
              </tr>
            </thead>
            <tbody>
              {SPANS.map((span) => {
                const spread = all.spans[span]
                const earlier = before?.spans[span]
                return (
                  <tr key={span}>
                    <th scope="row">{t(`steps.span.${span}`)}</th>
                    <td data-label={t('steps.median')}>
                      {spread ? format.duration(spread.median) : t('steps.none')}
                    </td>
                    <td data-label={t('steps.p90')}>{spread ? format.duration(spread.p90) : '–'}</td>
                    <td aria-hidden className="chart-cell">
                      {spread && <SpreadBar {...spread} most={most} dir={format.dir} />}
                    </td>
                    <td data-label={t('steps.medianBefore')} className="chart-before">
                      {earlier ? format.duration(earlier.median) : '–'}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
          <StepDetails steps={steps.now} />
        </>
      )}
    </Figure>
  )
}
