import { z } from 'zod'
import { CORRECTION_KINDS, FOUND_BY, SEVERITIES } from '@/domain/correction/rules'
import { each } from '@/domain/shape'
import { CUE_KINDS } from '@/text/cues/cue'
import { PERIOD_NAMES } from './period'

export const TIME_CLASSES = ['hour', 'day', 'three_days', 'week', 'longer'] as const
export const CHECK_CLASSES = ['under_5', 'under_20', 'under_50', 'under_100', 'more'] as const

/** Whose statement was wrong: the newsroom's own, one of a person whom the article quotes, or one without a claim. */
export const WHOSE = ['own', 'others', 'none'] as const
export type Whose = (typeof WHOSE)[number]

/**
 * The steps, each measured from the one before it. `whole` is the time from when the error was reported to publication.
 */
export const SPANS = ['acknowledged', 'approved', 'published', 'whole'] as const
export type StepSpan = (typeof SPANS)[number]

const day = z.iso.date()
const days = z.object({ first: day, last: day })

const counted = { now: z.int(), before: z.int() }
const pair = z
  .object(counted)
  .meta({ id: 'Pair', description: 'Of the period, and of as many days before it.' })
export type Pair = z.infer<typeof pair>

const rate = z
  .object({ now: z.number().nullable(), before: z.number().nullable() })
  .meta({ id: 'Rate', description: 'Null where there is nothing to divide by.' })
export type Rate = z.infer<typeof rate>

const spread = z
  .union([z.object({ median: z.int(), p90: z.int() }), z.null()])
  .meta({ id: 'Spread', description: 'Median and 90th percentile, in seconds.' })
export type Spread = NonNullable<z.infer<typeof spread>>

const bucket = days.extend({
  key: z.string().meta({ description: 'An ISO week, 2026-W05, or a month, 2026-05.' }),
  total: z.int(),
  kinds: each(CORRECTION_KINDS, z.int()),
})
export type BucketCount = z.infer<typeof bucket>

/** A null id stands for articles without a desk. */
const desk = z.object({ id: z.uuid().nullable(), name: z.string().nullable(), ...counted })
export type DeskCount = z.infer<typeof desk>

const published = z.object({
  ...counted,
  buckets: z.array(bucket),
  kinds: each(CORRECTION_KINDS, pair),
  severities: each(SEVERITIES, pair),
  /** The desks with the most corrections first. */
  desks: z.array(desk),
})
export type Published = z.infer<typeof published>

const steps = z.object({
  by: z.enum(['all', 'severity', 'desk']),
  /** A severity, the name of a desk, or null for all corrections or for articles without a desk. */
  name: z.string().nullable(),
  count: z.int(),
  spans: each(SPANS, spread),
})
export type Steps = z.infer<typeof steps>

const overdue = z.object({
  total: z.int(),
  acknowledge: z.int(),
  publish: z.int(),
  severities: each(SEVERITIES, z.int()),
})
export type Overdue = z.infer<typeof overdue>

const origins = z.object({
  foundBy: each(FOUND_BY, pair),
  whose: each(WHOSE, pair),
  /** A sentence with several cues counts for each of them. */
  cues: each(CUE_KINDS, pair),
  /** Errors whose sentence has no cue or is unknown. */
  noCue: pair,
})
export type Origins = z.infer<typeof origins>

const checks = z.object({
  ...counted,
  seconds: spread,
  times: each(TIME_CLASSES, z.int()),
  checkers: z.int(),
  perChecker: each(CHECK_CLASSES, z.int()),
})
export type Checks = z.infer<typeof checks>

export const checkerFigures = z.object({
  id: z.uuid(),
  name: z.string(),
  claims: z.int(),
  /** From making a claim to its review. */
  medianSeconds: z.number(),
})
export type CheckerFigures = z.infer<typeof checkerFigures>

export const statistics = z
  .object({
    period: days.extend({
      name: z.enum(PERIOD_NAMES),
      before: days,
      unit: z.enum(['week', 'month']),
      zone: z.string(),
    }),
    desks: z.array(z.string()),
    published,
    rates: z.object({
      articles: pair,
      claims: pair,
      perHundredArticles: rate,
      perThousandClaims: rate,
    }),
    steps: z.object({ now: z.array(steps), before: z.array(steps) }),
    overdue,
    origins,
    checks,
  })
  .meta({ id: 'Statistics' })
export type Statistics = z.infer<typeof statistics>
