import { getTranslations } from 'next-intl/server'
import { CORRECTION_KINDS } from '@/domain/correction/rules'
import type { BucketUnit } from '@/domain/statistics/period'
import type { BucketCount } from '@/domain/statistics/shape'
import { pageFormat } from './format'

type Props = { buckets: readonly BucketCount[]; unit: BucketUnit }

/** The numbers behind the columns, by week or by month. */
export async function BucketTable({ buckets, unit }: Props) {
  const t = await getTranslations('statistics')
  const format = await pageFormat()
  return (
    <details className="chart-details">
      <summary>{t('inTable')}</summary>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t(`published.${unit}`)}>
        <table className="chart-table">
          <caption className="sr-only">{t(`published.${unit}`)}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`published.${unit}Head`)}</th>
              <th scope="col">{t('published.days')}</th>
              {CORRECTION_KINDS.map((kind) => (
                <th key={kind} scope="col" className="chart-number">
                  {t(`kind.${kind}`)}
                </th>
              ))}
              <th scope="col" className="chart-number">
                {t('total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {buckets.map(({ key, first, last, kinds, total }) => (
              <tr key={key}>
                <th scope="row">
                  <bdi>{key}</bdi>
                </th>
                <td>{format.days(first, last)}</td>
                {CORRECTION_KINDS.map((kind) => (
                  <td key={kind} className="chart-number">
                    {format.count(kinds[kind])}
                  </td>
                ))}
                <td className="chart-number">{format.count(total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
