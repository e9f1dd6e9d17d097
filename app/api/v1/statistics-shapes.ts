import { z } from '@hono/zod-openapi'
import { CORRECTION_KINDS, FOUND_BY, SEVERITIES } from '@/domain/correction/rules'
import { PERIOD_NAMES } from '@/domain/statistics/period'
import { CHECK_CLASSES, SPANS, TIME_CLASSES, WHOSE } from '@/domain/statistics/rules'
import { CUE_KINDS } from '@/text/cues/cue'

const day = z.iso.date()
const days = z.object({ first: day, last: day })
const pair = z
  .object({ now: z.int(), before: z.int() })
  .openapi('Pair', { description: 'Of the period, and of as many days before it.' })
const rate = z
  .object({ now: z.number().nullable(), before: z.number().nullable() })
  .openapi('Rate', { description: 'Null where there is nothing to divide by.' })
const spread = z
  .union([z.object({ median: z.int(), p90: z.int() }), z.null()])
  .openapi('Spread', { description: 'Median and 90th percentile, in seconds.' })
const each = <K extends string, S extends z.ZodType>(keys: readonly K[], shape: S) =>
  z.object(Object.fromEntries(keys.map((key) => [key, shape])) as Record<K, S>)

const step = z.object({
  by: z.enum(['all', 'severity', 'desk']),
  name: z.string().nullable(),
  count: z.int(),
  spans: each(SPANS, spread),
})

export const statistics = z
  .object({
    period: days.extend({
      name: z.enum(PERIOD_NAMES),
      before: days,
      unit: z.enum(['week', 'month']),
      zone: z.string(),
    }),
    desks: z.array(z.string()),
    published: z.object({
      now: z.int(),
      before: z.int(),
      buckets: z.array(
        days.extend({
          key: z.string().openapi({ description: 'An ISO week, 2026-W05, or a month, 2026-05.' }),
          total: z.int(),
          kinds: each(CORRECTION_KINDS, z.int()),
        }),
      ),
      kinds: each(CORRECTION_KINDS, pair),
      severities: each(SEVERITIES, pair),
      desks: z.array(
        z.object({ id: z.uuid().nullable(), name: z.string().nullable(), now: z.int(), before: z.int() }),
      ),
    }),
    rates: z.object({
      articles: pair,
      claims: pair,
      perHundredArticles: rate,
      perThousandClaims: rate,
    }),
    steps: z.object({ now: z.array(step), before: z.array(step) }),
    overdue: z.object({
      total: z.int(),
      acknowledge: z.int(),
      publish: z.int(),
      severities: each(SEVERITIES, z.int()),
    }),
    origins: z.object({
      foundBy: each(FOUND_BY, pair),
      whose: each(WHOSE, pair),
      cues: each(CUE_KINDS, pair),
      noCue: pair,
    }),
    checks: z.object({
      now: z.int(),
      before: z.int(),
      seconds: spread,
      times: each(TIME_CLASSES, z.int()),
      checkers: z.int(),
      perChecker: each(CHECK_CLASSES, z.int()),
    }),
  })
  .openapi('Statistics')

export const checkerFigures = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        claims: z.int(),
        medianSeconds: z.number(),
      }),
    ),
  })
  .openapi('CheckerFigures')
