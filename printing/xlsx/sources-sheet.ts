import type { ReportContent, ReportSource } from '@/domain/report/schema'
import type { Words } from '../words'
import type { SheetPlan, SheetValue } from '../spreadsheet/sheet'

type Column = { heading: string; width: number; value: (source: ReportSource, claim: number) => SheetValue }

const day = (value: string | null): SheetValue => (value ? { day: value } : null)

/** One row per source, with the number of its claim. */
export function sourcesSheet({ claims }: ReportContent, t: Words): SheetPlan {
  const columns: Column[] = [
    { heading: t('report.sheet.number'), width: 9, value: (_, claim) => ({ number: claim }) },
    {
      heading: t('report.sheet.stance'),
      width: 11,
      value: ({ stance }) => ({ text: t(`common.stance.${stance}`) }),
    },
    {
      heading: t('report.sheet.kind'),
      width: 16,
      value: ({ kind }) => ({ text: t(`common.sourceKind.${kind}`) }),
    },
    { heading: t('report.sheet.title'), width: 40, value: ({ title }) => ({ text: title }) },
    { heading: t('report.sheet.publisher'), width: 24, value: ({ publisher }) => ({ text: publisher }) },
    {
      heading: t('report.sheet.address'),
      width: 40,
      value: ({ url }) => (url ? { text: url, address: true } : null),
    },
    { heading: t('report.sheet.locator'), width: 16, value: ({ locator }) => ({ text: locator }) },
    { heading: t('report.sheet.primary'), width: 10, value: ({ primary }) => ({ yes: primary }) },
    { heading: t('report.sheet.published'), width: 12, value: ({ published }) => day(published) },
    { heading: t('report.sheet.accessed'), width: 12, value: ({ accessed }) => day(accessed) },
    { heading: t('report.sheet.excerpt'), width: 60, value: ({ excerpt }) => ({ text: excerpt }) },
  ]
  return {
    name: t('report.sheet.sources'),
    columns,
    rows: claims.flatMap(({ number, sources }) =>
      sources.map((source) => columns.map(({ value }) => value(source, number))),
    ),
  }
}
