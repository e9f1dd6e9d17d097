import type { CorrectionState } from '@/domain/correction/rules'
import { locateQuote, type Span } from '@/text/locate'
import { findMatches } from '@/text/search'

export const PHRASE_MAX = 1_000
export const PROBLEM_MAX = 5_000
export const SOURCE_MAX = 2_000
export const ADDRESS_MAX = 2_000
export const NAME_MAX = 200
export const EMAIL_MAX = 320

/** What a sender is told of the report: in this order, save that it may be closed from any but the last. */
export const REPORT_STATES = ['received', 'lookedAt', 'working', 'published', 'closed'] as const
export type ReportState = (typeof REPORT_STATES)[number]

const BY_CORRECTION: Record<CorrectionState, ReportState> = {
  reported: 'lookedAt',
  acknowledged: 'working',
  approved: 'working',
  published: 'published',
  rejected: 'closed',
}

/** Where a report stands, as its sender may know it. */
export function reportState(report: {
  closedAt: Date | null
  correction: { state: CorrectionState } | null
}): ReportState {
  if (report.correction) return BY_CORRECTION[report.correction.state]
  return report.closedAt ? 'closed' : 'received'
}

/**
 * Where a reader's phrase stands in a text: as a quote does, else with its letters written in any way that search
 * takes for the same. Null where it is missing or stands more than once.
 */
export function phraseIn(text: string, phrase: string): Span | null {
  const quoted = locateQuote(text, phrase)
  if (quoted) return quoted.kind === 'span' ? quoted : null
  const [only, ...others] = findMatches(text, `"${phrase.replace(/"/g, ' ').trim()}"`)
  return only && others.length === 0 ? only : null
}

/** Of the claims whose words the phrase touches, the one with the most of it; of equals the shorter one. */
export function touchedClaim<Anchored extends Span & { claimId: string }>(
  phrase: Span,
  anchors: readonly Anchored[],
): string | null {
  const shared = (one: Span) => Math.min(one.end, phrase.end) - Math.max(one.start, phrase.start)
  const [best] = anchors
    .filter((one) => shared(one) > 0)
    .sort((a, b) => shared(b) - shared(a) || a.end - a.start - (b.end - b.start))
  return best?.claimId ?? null
}
