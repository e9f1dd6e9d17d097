import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import { statisticsQuery, type StatisticsParams } from '@/domain/statistics/params'
import { PERIOD_NAMES } from '@/domain/statistics/period'
import { PeriodDay } from './period-day'
import './period-controls.css'

type Props = {
  params: StatisticsParams
  /** The days on the screen, as initial values for a custom period. */
  shown: { first: string; last: string }
  desks: readonly { id: string; name: string }[]
}

const PRESETS = PERIOD_NAMES.filter((name) => name !== 'custom')

/** Chooses the period and the desk. The address holds the choice, and the form works without scripts. */
export async function PeriodControls({ params, shown, desks }: Props) {
  const t = await getTranslations('statistics')
  const desk = params.desk?.join(',')
  return (
    <div className="period-controls">
      <nav aria-label={t('period.label')}>
        <ul className="period-presets">
          {PRESETS.map((period) => (
            <li key={period}>
              <Link
                prefetch={false}
                className="period-preset"
                href={`?${statisticsQuery({ period, desk: params.desk, from: undefined, to: undefined })}`}
                aria-current={params.period === period ? 'true' : undefined}
              >
                {t(`period.${period}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <form method="get" className="period-form" aria-label={t('period.custom')}>
        <input type="hidden" name="period" value="custom" />
        {desk && <input type="hidden" name="desk" value={desk} />}
        <PeriodDay label={t('from')} name="from" day={shown.first} key={`from ${shown.first}`} />
        <PeriodDay label={t('to')} name="to" day={shown.last} key={`to ${shown.last}`} />
        <button type="submit" className={buttonClass()}>
          {t('show')}
        </button>
      </form>
      <form method="get" className="period-form" aria-label={t('desk')}>
        <input type="hidden" name="period" value={params.period} />
        {params.from && <input type="hidden" name="from" value={params.from} />}
        {params.to && <input type="hidden" name="to" value={params.to} />}
        <Field label={t('desk')}>
          <Select name="desk" defaultValue={desk ?? ''} key={desk}>
            <option value="">{t('allDesks')}</option>
            {desk && !desks.some(({ name }) => name === desk) && <option value={desk}>{desk}</option>}
            {desks.map(({ id, name }) => (
              <option key={id} value={name.includes(',') ? id : name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <button type="submit" className={buttonClass()}>
          {t('show')}
        </button>
      </form>
    </div>
  )
}
