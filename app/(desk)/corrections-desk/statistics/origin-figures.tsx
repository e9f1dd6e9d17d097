import { getTranslations } from 'next-intl/server'
import { BarTable } from './chart/bars'
import { Figure } from './chart/figure'
import { FOUND_BY, SEVERITIES } from '@/domain/correction/rules'
import { WHOSE, type Statistics } from '@/domain/statistics/shape'
import { CUE_KINDS } from '@/text/cues/cue'
import { pageFormat } from './format'

export async function CueFigure({ published, origins }: Statistics) {
  const t = await getTranslations('statistics')
  const tCue = await getTranslations('article.coverage.cue')
  const format = await pageFormat()
  const ordered = CUE_KINDS.toSorted((a, b) => origins.cues[b].now - origins.cues[a].now)
  const [first = 'number'] = ordered
  const finding = t('cues.finding', {
    most: origins.cues[first].now,
    name: tCue(first),
    total: published.now,
  })
  const rows = ordered.map((cue) => {
    const { now, before } = origins.cues[cue]
    return { key: cue, name: tCue(cue), value: now, before }
  })
  const { now, before } = origins.noCue
  return (
    <Figure id="cues" title={t('cues.title')} finding={finding} note={t('cues.note')}>
      {published.now > 0 && (
        <BarTable
          caption={t('cues.title')}
          head={{ name: t('cues.head'), value: t('count'), before: t('before') }}
          dir={format.dir}
          format={format.count}
          rows={[...rows, { key: 'none', name: t('cues.noCue'), value: now, before }]}
        />
      )}
    </Figure>
  )
}

export async function FoundByFigure({ published, origins }: Statistics) {
  const t = await getTranslations('statistics')
  const format = await pageFormat()
  const finding = t('foundBy.finding', { total: published.now, desk: origins.foundBy.desk.now })
  return (
    <Figure id="found-by" title={t('foundBy.title')} finding={finding}>
      {published.now > 0 && (
        <BarTable
          caption={t('foundBy.title')}
          head={{ name: t('foundBy.head'), value: t('count'), before: t('before') }}
          dir={format.dir}
          format={format.count}
          rows={FOUND_BY.map((who) => {
            const { now, before } = origins.foundBy[who]
            return { key: who, name: t(`foundBy.${who}`), value: now, before }
          })}
        />
      )}
    </Figure>
  )
}

export async function WhoseFigure({ published, origins }: Statistics) {
  const t = await getTranslations('statistics')
  const format = await pageFormat()
  const finding = t('whose.finding', {
    total: published.now,
    own: origins.whose.own.now,
    none: origins.whose.none.now,
  })
  return (
    <Figure id="whose" title={t('whose.title')} finding={finding}>
      {published.now > 0 && (
        <BarTable
          caption={t('whose.title')}
          head={{ name: t('whose.head'), value: t('count'), before: t('before') }}
          dir={format.dir}
          format={format.count}
          rows={WHOSE.map((whose) => {
            const { now, before } = origins.whose[whose]
            return { key: whose, name: t(`whose.${whose}`), value: now, before }
          })}
        />
      )}
    </Figure>
  )
}

export async function OverdueFigure({ overdue }: Statistics) {
  const t = await getTranslations('statistics')
  const format = await pageFormat()
  const finding = t('overdue.finding', { total: overdue.total })
  return (
    <Figure id="overdue" title={t('overdue.title')} finding={finding} note={t('overdue.note')}>
      {overdue.total > 0 && (
        <BarTable
          caption={t('overdue.title')}
          head={{ name: t('bySeverity.head'), value: t('count') }}
          dir={format.dir}
          format={format.count}
          rows={SEVERITIES.toReversed().map((severity) => {
            return { key: severity, name: t(`severity.${severity}`), value: overdue.severities[severity] }
          })}
        />
      )}
    </Figure>
  )
}
