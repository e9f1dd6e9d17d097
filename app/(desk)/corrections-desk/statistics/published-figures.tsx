import { getTranslations } from 'next-intl/server'
import { BarTable } from './chart/bars'
import { Columns } from './chart/columns'
import { Figure, findingId } from './chart/figure'
import { CORRECTION_KINDS, SEVERITIES } from '@/domain/correction/rules'
import type { DeskCount, Statistics } from '@/domain/statistics/shape'
import { BucketTable } from './bucket-table'
import { pageFormat, trendOf } from './format'

const DESKS_SHOWN = 10

/** The item with the highest value; the first of them if several are equal. */
const mostOf = <T,>(items: readonly T[], value: (item: T) => number) =>
  items.reduce<T | undefined>((best, one) => (best && value(best) >= value(one) ? best : one), undefined)

export async function PublishedFigure({ published, period }: Statistics) {
  const t = await getTranslations('statistics')
  const format = await pageFormat()
  const { unit } = period
  const peak = mostOf(published.buckets, ({ total }) => total)
  const known = peak && peak.total > 0 && published.buckets.length > 1
  return (
    <Figure
      wide
      id="published"
      title={t(`published.${unit}`)}
      finding={t('published.finding', {
        total: published.now,
        ...trendOf(published, format),
        unit,
        peak: known ? format.bucket(peak.first, unit) : 'none',
        most: peak?.total ?? 0,
      })}
      note={t(`published.${unit}Note`)}
    >
      {published.now > 0 && (
        <>
          <Columns
            id="published"
            describedBy={findingId('published')}
            dir={format.dir}
            format={format.count}
            parts={CORRECTION_KINDS.map((kind) => t(`kind.${kind}`))}
            columns={published.buckets.map(({ key, first, kinds }) => ({
              key,
              label: format.bucket(first, unit),
              values: CORRECTION_KINDS.map((kind) => kinds[kind]),
            }))}
          />
          <BucketTable buckets={published.buckets} unit={unit} />
        </>
      )}
    </Figure>
  )
}

export async function KindFigure({ published }: Statistics) {
  const t = await getTranslations('statistics')
  const format = await pageFormat()
  const most = mostOf(CORRECTION_KINDS, (kind) => published.kinds[kind].now) ?? 'correction'
  const finding = t('byKind.finding', {
    total: published.now,
    name: t(`kind.${most}`),
    most: published.kinds[most].now,
  })
  return (
    <Figure id="kinds" title={t('byKind.title')} finding={finding}>
      {published.now > 0 && (
        <BarTable
          caption={t('byKind.title')}
          head={{ name: t('byKind.head'), value: t('count'), before: t('before') }}
          dir={format.dir}
          format={format.count}
          rows={CORRECTION_KINDS.map((kind) => {
            const { now, before } = published.kinds[kind]
            return { key: kind, name: t(`kind.${kind}`), value: now, before }
          })}
        />
      )}
    </Figure>
  )
}

export async function SeverityFigure({ published }: Statistics) {
  const t = await getTranslations('statistics')
  const format = await pageFormat()
  const finding = t('bySeverity.finding', { total: published.now, serious: published.severities.serious.now })
  return (
    <Figure id="severities" title={t('bySeverity.title')} finding={finding}>
      {published.now > 0 && (
        <BarTable
          caption={t('bySeverity.title')}
          head={{ name: t('bySeverity.head'), value: t('count'), before: t('before') }}
          dir={format.dir}
          format={format.count}
          rows={SEVERITIES.map((severity) => {
            const { now, before } = published.severities[severity]
            return { key: severity, name: t(`severity.${severity}`), value: now, before }
          })}
        />
      )}
    </Figure>
  )
}

const sumOf = (desks: readonly DeskCount[], side: 'now' | 'before') =>
  desks.reduce((sum, desk) => sum + desk[side], 0)

export async function DeskFigure({ published }: Statistics) {
  const t = await getTranslations('statistics')
  const format = await pageFormat()
  const [first] = published.desks
  const shown = published.desks.slice(0, DESKS_SHOWN)
  const others = published.desks.slice(DESKS_SHOWN)
  const rows = shown.map(({ id, name, now, before }) => ({
    key: id ?? 'none',
    name: name ? <bdi>{name}</bdi> : t('noDesk'),
    value: now,
    before,
  }))
  if (others.length > 0)
    rows.push({
      key: 'others',
      name: t('otherDesks', { count: others.length }),
      value: sumOf(others, 'now'),
      before: sumOf(others, 'before'),
    })
  const finding = t('byDesk.finding', {
    total: published.now,
    // A name keeps its own direction within the sentence.
    name: `\u2068${first?.name ?? t('noDesk')}\u2069`,
    most: first?.now ?? 0,
  })
  return (
    <Figure id="desks" title={t('byDesk.title')} finding={finding} note={t('byDesk.note')}>
      {published.now > 0 && (
        <BarTable
          caption={t('byDesk.title')}
          head={{ name: t('byDesk.head'), value: t('count'), before: t('before') }}
          dir={format.dir}
          format={format.count}
          rows={rows}
        />
      )}
    </Figure>
  )
}
