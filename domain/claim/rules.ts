import { eachStatus, STATUSES, type ClaimStatus, type Stance } from './statuses'

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof PRIORITIES)[number]

/** In UTF-16 units. */
export const FINDING_MAX = 20_000
export const QUOTE_MAX = 5_000

export type Verdict = { status: ClaimStatus; finding: string; stances: readonly Stance[] }

/** Which rule a verdict breaks: `verified` needs a source that supports, `disputed` needs a finding. */
export function brokenRule(verdict: Verdict): ReturnType<(typeof STATUSES)[ClaimStatus]['lacks']> {
  return STATUSES[verdict.status].lacks(verdict)
}

export const isReviewed = (status: ClaimStatus) => status !== 'unreviewed'

export type StatusCounts = Record<ClaimStatus, number>

export const noClaims = (): StatusCounts => eachStatus(() => 0)

/** The words of an urgent claim that was withdrawn, and who made it less than urgent. */
export type LoweredPlace = { start: number; end: number; loweredById: string }

/** Who made urgent words less so, where a new claim stands on any of them; null for words that were not urgent. */
export const loweredOn = (
  places: readonly LoweredPlace[],
  span: { start: number; end: number },
): string | null =>
  places.find((place) => place.start < span.end && place.end > span.start)?.loweredById ?? null

/** Only the fields of `wanted` that differ from `present`; dates and lists by what they hold. Null when nothing does. */
export function changedFields<W extends object>(
  present: { [K in keyof W]?: unknown },
  wanted: W,
): Partial<W> | null {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const entries = Object.entries(wanted).filter(
    ([field, value]) => value !== undefined && !same(present[field as keyof W], value),
  )
  return entries.length ? (Object.fromEntries(entries) as Partial<W>) : null
}

/** What a record has now in the fields that are to change. */
export const fieldsBefore = <P extends object, C extends object>(present: P, changes: C) =>
  Object.fromEntries(Object.keys(changes).map((field) => [field, present[field as keyof P]])) as {
    [K in keyof P & keyof C]?: P[K]
  }
