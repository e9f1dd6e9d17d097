import { eachStatus, STATUSES, type ClaimStatus, type Stance } from './statuses'

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof PRIORITIES)[number]

/** In UTF-16 units. */
export const FINDING_MAX = 20_000
export const QUOTE_MAX = 5_000

export type Verdict = { status: ClaimStatus; finding: string; stances: readonly Stance[] }

/** The rule that a verdict breaks: `verified` needs a supporting source, `disputed` needs a finding. */
export function brokenRule(verdict: Verdict): ReturnType<(typeof STATUSES)[ClaimStatus]['lacks']> {
  return STATUSES[verdict.status].lacks(verdict)
}

export const isReviewed = (status: ClaimStatus) => status !== 'unreviewed'

export type StatusCounts = Record<ClaimStatus, number>

export const noClaims = (): StatusCounts => eachStatus(() => 0)

/** The words of a withdrawn urgent claim, and the person who lowered its urgency. */
export type LoweredSpan = { start: number; end: number; loweredById: string }

/** The person who lowered the urgency of any words that a new claim covers; null when nobody did. */
export const loweredOn = (
  lowered: readonly LoweredSpan[],
  span: { start: number; end: number },
): string | null => lowered.find((one) => one.start < span.end && one.end > span.start)?.loweredById ?? null

/** The fields of `wanted` that differ from `present`, comparing dates and lists by value; null when none differ. */
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

/** The present values of the fields that change. */
export const fieldsBefore = <P extends object, C extends object>(present: P, changes: C) =>
  Object.fromEntries(Object.keys(changes).map((field) => [field, present[field as keyof P]])) as {
    [K in keyof P & keyof C]?: P[K]
  }

/** Whether a claim already has the words that were proposed for it, as after its writer took them. */
export const isTaken = (quote: string, replacement: string) => quote.trim() === replacement.trim()
