import { stringify } from 'csv-stringify/sync'
import type { CheckerFigures } from '@/domain/statistics/shape'
import type { Pair, Rate, Spread, Statistics } from '@/domain/statistics/shape'
import { inertCell } from '@/text/inert-cell'
import { csvOptions, type CsvForm } from './csv-form'

/** `before` is the previous period's value; empty if there is no such period or nothing was measured. */
type Row = {
  figure: string
  part: string
  name: string
  measure: string
  value: number | null
  before?: number | null
}

const COLUMNS = [
  'period_first',
  'period_last',
  'before_first',
  'before_last',
  'time_zone',
  'desks',
  'figure',
  'part',
  'name',
  'measure',
  'value',
  'value_before',
]

const pair = (
  figure: string,
  part: string,
  name: string,
  { now, before }: Pair | Rate,
  measure = 'count',
): Row => ({
  figure,
  part,
  name,
  measure,
  value: now,
  before,
})

const pairs = (figure: string, part: string, counts: Record<string, Pair>) =>
  Object.entries(counts).map(([name, count]) => pair(figure, part, name, count))

const counts = (figure: string, part: string, values: Record<string, number>, measure = 'count') =>
  Object.entries(values).map(([name, value]): Row => ({ figure, part, name, measure, value }))

const spread = (figure: string, part: string, name: string, found: Spread | null): Row[] => [
  { figure, part, name, measure: 'median_seconds', value: found?.median ?? null },
  { figure, part, name, measure: 'p90_seconds', value: found?.p90 ?? null },
]

function publishedRows({ published, rates, period }: Statistics): Row[] {
  const figure = 'corrections_published'
  return [
    pair(figure, 'all', '', published),
    ...published.buckets.flatMap(({ key, total, kinds }) => [
      { figure, part: period.unit, name: key, measure: 'count', value: total },
      ...counts(figure, period.unit, kinds).map((row) => ({ ...row, name: key, measure: row.name })),
    ]),
    ...pairs(figure, 'kind', published.kinds),
    ...pairs(figure, 'severity', published.severities),
    ...published.desks.map((desk) => pair(figure, 'desk', desk.name ?? '', desk)),
    pair('articles_published', 'all', '', rates.articles),
    pair('claims_in_published_articles', 'all', '', rates.claims),
    pair('corrections_rate', 'all', '', rates.perHundredArticles, 'per_100_articles'),
    pair('corrections_rate', 'all', '', rates.perThousandClaims, 'per_1000_claims'),
  ]
}

function otherRows({ steps, overdue, origins, checks }: Statistics): Row[] {
  return [
    ...steps.now.flatMap(({ by, name, count, spans }) => [
      { figure: 'steps', part: by, name: name ?? '', measure: 'count', value: count },
      ...Object.entries(spans).flatMap(([span, found]) => spread(`step_${span}`, by, name ?? '', found)),
    ]),
    { figure: 'overdue_now', part: 'all', name: '', measure: 'count', value: overdue.total },
    ...counts('overdue_now', 'step', { acknowledge: overdue.acknowledge, publish: overdue.publish }),
    ...counts('overdue_now', 'severity', overdue.severities),
    ...pairs('origins', 'found_by', origins.foundBy),
    ...pairs('origins', 'attribution', origins.whose),
    ...pairs('origins', 'cue', { ...origins.cues, no_cue: origins.noCue }),
    pair('checks', 'all', '', checks),
    ...spread('checks', 'all', '', checks.seconds),
    ...counts('checks', 'time', checks.times),
    { figure: 'checkers', part: 'all', name: '', measure: 'count', value: checks.checkers },
    ...counts('checkers', 'claims', checks.perChecker),
  ]
}

const checkerRows = (checkers: readonly CheckerFigures[]): Row[] =>
  checkers.flatMap(({ name, claims, medianSeconds }) => [
    { figure: 'checks', part: 'checker', name, measure: 'count', value: claims },
    { figure: 'checks', part: 'checker', name, measure: 'median_seconds', value: Math.round(medianSeconds) },
  ])

/**
 * Writes one row per value as RFC 4180, or with another separator, with a byte order mark. Names and codes are the same in every language. The file
 * lists people if `checkers` is given.
 */
export function statisticsCsv(
  statistics: Statistics,
  checkers: readonly CheckerFigures[] | null,
  form: CsvForm = {},
): { body: string; contentType: string; fileName: string } {
  const { period, desks } = statistics
  const same = [period.first, period.last, period.before.first, period.before.last, period.zone]
  const rows = [...publishedRows(statistics), ...otherRows(statistics), ...checkerRows(checkers ?? [])]
  const body = stringify(
    [
      COLUMNS,
      ...rows.map((row) => [
        ...same,
        inertCell(desks.join(', ')),
        row.figure,
        row.part,
        inertCell(row.name),
        row.measure,
        row.value,
        row.before,
      ]),
    ],
    csvOptions(form),
  )
  const fileName = `corrections-statistics-${period.first}-${period.last}.csv`
  return { body, contentType: 'text/csv; charset=utf-8', fileName }
}
