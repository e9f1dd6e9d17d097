import 'server-only'
import { forbidden } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { sqlPool } from '@/prisma/client'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import type { StatisticsParams } from './params'
import { bucketsOf, bucketUnit, periodBefore, periodOf, type Span } from './period'
import {
  foldChecks,
  foldOrigins,
  foldOverdue,
  foldPublished,
  foldSteps,
  ratesPer,
  type CheckRow,
  type OriginRow,
  type OverdueRow,
  type PublishedRow,
  type StepRow,
} from './rules'
import type { CheckerFigures, Statistics } from './shape'
import {
  articlesSql,
  checkersSql,
  checkerSpreadSql,
  checksSql,
  originsSql,
  overdueSql,
  publishedSql,
  stepsSql,
  type Sql,
} from './sql'

const rowsOf = async <Row extends object>({ text, values }: Sql): Promise<Row[]> =>
  (await sqlPool().query<Row>(text, values)).rows

function periodsOf(params: StatisticsParams) {
  const zone = settings().newsroomTimeZone
  const at = now()
  const period = periodOf(params, at, zone)
  const before = periodBefore(period, zone)
  const sides = { before: before.from, from: period.from, until: period.until, desk: params.desk }
  return { zone, at, period, before, sides }
}

const daysOf = ({ first, last }: Span) => ({ first, last })

/** The figures of a period and of the same number of days before it, in the newsroom's time zone. */
export async function getStatistics(actor: Actor, params: StatisticsParams): Promise<Statistics> {
  if (!may(actor, 'readStatistics')) throw forbidden()
  const { zone, at, period, before, sides } = periodsOf(params)
  const buckets = bucketsOf(period, zone)
  const starts = buckets.map(({ from }) => from)
  const [publishedRows, articleRows, steps, overdue, origins, checks, spread] = await Promise.all([
    rowsOf<PublishedRow>(publishedSql(sides, starts)),
    rowsOf<{ now: boolean; articles: number; claims: number }>(articlesSql(sides)),
    rowsOf<StepRow>(stepsSql(sides)),
    rowsOf<OverdueRow>(overdueSql({ at, zone, desk: params.desk })),
    rowsOf<OriginRow>(originsSql(sides)),
    rowsOf<CheckRow>(checksSql(sides)),
    rowsOf<{ slot: number; n: number }>(checkerSpreadSql(sides)),
  ])
  const published = foldPublished(publishedRows, buckets)
  const side = (when: boolean) => articleRows.find((row) => row.now === when)
  const articles = { now: side(true)?.articles ?? 0, before: side(false)?.articles ?? 0 }
  const claims = { now: side(true)?.claims ?? 0, before: side(false)?.claims ?? 0 }
  return {
    period: {
      name: params.period,
      ...daysOf(period),
      before: daysOf(before),
      unit: bucketUnit(period),
      zone,
    },
    desks: params.desk ?? [],
    published,
    rates: {
      articles,
      claims,
      perHundredArticles: ratesPer(published, articles, 100),
      perThousandClaims: ratesPer(published, claims, 1_000),
    },
    steps: {
      now: foldSteps(steps.filter((row) => row.now)),
      before: foldSteps(steps.filter((row) => !row.now)),
    },
    overdue: foldOverdue(overdue),
    origins: foldOrigins(origins),
    checks: foldChecks(checks, spread),
  }
}

/**
 * How many claims each person reviewed last in the period, in the order of names.
 * @throws DomainError `forbidden` without the permission to read figures by name
 */
export async function listCheckerFigures(actor: Actor, params: StatisticsParams): Promise<CheckerFigures[]> {
  if (!may(actor, 'readCheckerFigures')) throw forbidden()
  return rowsOf<CheckerFigures>(checkersSql(periodsOf(params).sides))
}

/** The same for a reader with that permission, null for others. */
export const checkerFiguresFor = async (actor: Actor, params: StatisticsParams) =>
  may(actor, 'readCheckerFigures') ? listCheckerFigures(actor, params) : null
