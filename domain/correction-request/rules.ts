import type { CorrectionState } from '@/domain/correction/rules'
import { locateQuote, type Span } from '@/text/locate'
import { partsOfReading } from '@/text/reading'
import { findMatches } from '@/text/search'

export const PHRASE_MAX = 1_000
export const PROBLEM_MAX = 5_000
export const SOURCE_MAX = 2_000
export const ADDRESS_MAX = 2_000
export const NAME_MAX = 200
export const EMAIL_MAX = 320
/** In UTF-16 units. */
export const ANSWER_MAX = 5_000
/** How many answers one request can get. */
export const ANSWERS_MAX = 20

/** The states that a sender sees, in order. A request can be closed in any of them except `published`. */
export const REQUEST_STATES = ['received', 'lookedAt', 'working', 'published', 'closed'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

const BY_CORRECTION: Record<CorrectionState, RequestState> = {
  reported: 'lookedAt',
  acknowledged: 'working',
  approved: 'working',
  published: 'published',
  rejected: 'closed',
}

/** The state of a request, as its sender may know it. */
export function requestState(request: {
  closedAt: Date | null
  correction: { state: CorrectionState } | null
  /** Whether an editor has answered. */
  answered: boolean
}): RequestState {
  if (request.correction) return BY_CORRECTION[request.correction.state]
  if (request.closedAt) return 'closed'
  return request.answered ? 'lookedAt' : 'received'
}

/**
 * Finds a reader's phrase in a reading: first as a quote, then in any spelling that search treats as equal. If the text
 * contains it once, that is meant, even if the headline repeats it. Null when the phrase is missing or occurs more than
 * once.
 */
export function phraseIn(reading: string, phrase: string): Span | null {
  const [text] = partsOfReading(reading)
  return phraseOnce(reading, phrase) ?? phraseOnce(text.text, phrase)
}

function phraseOnce(text: string, phrase: string): Span | null {
  const quoted = locateQuote(text, phrase)
  if (quoted) return quoted.kind === 'span' ? quoted : null
  const [only, ...others] = findMatches(text, `"${phrase.replace(/"/g, ' ').trim()}"`)
  return only && others.length === 0 ? only : null
}

/** The claim with the largest overlap with the phrase; of equals, the shorter one. */
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
