import {
  CORRECTION_KINDS,
  FOUND_BY,
  SEVERITIES,
  type CorrectionKind,
  type FoundBy,
  type Severity,
} from '@/domain/correction/rules'
import { CUE_KINDS } from '@/text/cues/cue'
import type { Bucket } from './period'
import {
  CHECK_CLASSES,
  SPANS,
  TIME_CLASSES,
  WHOSE,
  type BucketCount,
  type Checks,
  type DeskCount,
  type Origins,
  type Overdue,
  type Pair,
  type Published,
  type Rate,
  type Spread,
  type Steps,
  type StepSpan,
  type Whose,
} from './shape'

const HOUR_S = 3_600
const DAY_S = 24 * HOUR_S
/** The upper limits of the classes, exclusive, in seconds: an hour, a day, three days, a week. */
export const TIME_LIMITS = [HOUR_S, DAY_S, 3 * DAY_S, 7 * DAY_S]

/** The upper limits of the classes, exclusive. */
export const CHECK_LIMITS = [5, 20, 50, 100]

/** The most people listed by name. */
export const PEOPLE_MAX = 500

const each = <K extends string, V>(keys: readonly K[], value: (key: K) => V) =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>
const none = (): Pair => ({ now: 0, before: 0 })
const side = (row: { now: boolean }) => (row.now ? 'now' : 'before')

/** The rate per `per` items, rounded to two decimals. */
export const ratePer = (count: number, of: number, per: number): number | null =>
  of === 0 ? null : Math.round((count * per * 100) / of) / 100

export const ratesPer = (count: Pair, of: Pair, per: number): Rate => ({
  now: ratePer(count.now, of.now, per),
  before: ratePer(count.before, of.before, per),
})

export type PublishedRow = {
  slot: number
  kind: CorrectionKind
  severity: Severity
  desk: string | null
  deskName: string | null
  n: number
}

/** Slot 1 is the period before; slot 2 is the first bucket. */
export function foldPublished(rows: readonly PublishedRow[], buckets: readonly Bucket[]): Published {
  const all = none()
  const kinds = each(CORRECTION_KINDS, none)
  const severities = each(SEVERITIES, none)
  const desks = new Map<string | null, DeskCount>()
  const counts = buckets.map(({ key, first, last }): BucketCount => {
    return { key, first, last, total: 0, kinds: each(CORRECTION_KINDS, () => 0) }
  })
  for (const { slot, kind, severity, desk, deskName, n } of rows) {
    const when = side({ now: slot > 1 })
    const ofDesk = desks.get(desk) ?? { id: desk, name: deskName, ...none() }
    desks.set(desk, ofDesk)
    for (const pair of [all, kinds[kind], severities[severity], ofDesk]) pair[when] += n
    const bucket = counts[slot - 2]
    if (!bucket) continue
    bucket.total += n
    bucket.kinds[kind] += n
  }
  const ordered = [...desks.values()].sort(
    (a, b) => b.now - a.now || b.before - a.before || (a.name ?? '').localeCompare(b.name ?? ''),
  )
  return { ...all, buckets: counts, kinds, severities, desks: ordered }
}

export type OriginRow = { now: boolean; foundBy: FoundBy; whose: Whose; cues: string[] | null; n: number }

export function foldOrigins(rows: readonly OriginRow[]): Origins {
  const origins: Origins = {
    foundBy: each(FOUND_BY, none),
    whose: each(WHOSE, none),
    cues: each(CUE_KINDS, none),
    noCue: none(),
  }
  for (const row of rows) {
    const when = side(row)
    const cues = CUE_KINDS.filter((kind) => row.cues?.includes(kind))
    const counted = cues.length > 0 ? cues.map((kind) => origins.cues[kind]) : [origins.noCue]
    for (const pair of [origins.foundBy[row.foundBy], origins.whose[row.whose], ...counted])
      pair[when] += row.n
  }
  return origins
}

export type CheckRow = { now: boolean; n: number; seconds: number[]; times: number[] }

export function foldChecks(
  rows: readonly CheckRow[],
  spread: readonly { slot: number; n: number }[],
): Checks {
  const found = rows.find((row) => row.now)
  const perChecker = each(CHECK_CLASSES, (name) => {
    return spread.find(({ slot }) => CHECK_CLASSES[slot] === name)?.n ?? 0
  })
  return {
    now: found?.n ?? 0,
    before: rows.find((row) => !row.now)?.n ?? 0,
    seconds: spreadOf(found?.seconds),
    times: each(TIME_CLASSES, (name) => found?.times[TIME_CLASSES.indexOf(name)] ?? 0),
    checkers: spread.reduce((sum, { n }) => sum + n, 0),
    perChecker,
  }
}

export type OverdueRow = { step: 'acknowledge' | 'publish'; severity: Severity; n: number }

export function foldOverdue(rows: readonly OverdueRow[]): Overdue {
  const overdue: Overdue = { total: 0, acknowledge: 0, publish: 0, severities: each(SEVERITIES, () => 0) }
  for (const { step, severity, n } of rows) {
    overdue.total += n
    overdue[step] += n
    overdue.severities[severity] += n
  }
  return overdue
}

/** Null when nothing was measured. If a clock was set back, a step counts as zero, not as negative. */
export function spreadOf(found: readonly (number | null)[] | null | undefined): Spread | null {
  const [median, p90] = found ?? []
  if (median === null || median === undefined || p90 === null || p90 === undefined) return null
  return { median: Math.max(0, Math.round(median)), p90: Math.max(0, Math.round(p90)) }
}

export type StepRow = {
  now: boolean
  by: Steps['by']
  severity: Severity | null
  deskName: string | null
  n: number
} & Record<StepSpan, (number | null)[] | null>

/** All corrections first, then by severity from minor to serious, then by desk in the order of names. */
export function foldSteps(rows: readonly StepRow[]): Steps[] {
  const levelOf = (row: StepRow) => ['all', 'severity', 'desk'].indexOf(row.by)
  const rankOf = (row: StepRow) => (row.severity ? SEVERITIES.indexOf(row.severity) : 0)
  return [...rows]
    .sort(
      (a, b) =>
        levelOf(a) - levelOf(b) ||
        rankOf(a) - rankOf(b) ||
        (a.deskName ?? '').localeCompare(b.deskName ?? ''),
    )
    .map((row) => ({
      by: row.by,
      name: row.severity ?? row.deskName,
      count: row.n,
      spans: each(SPANS, (span) => spreadOf(row[span])),
    }))
}
