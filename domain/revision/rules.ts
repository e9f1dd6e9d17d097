import { isReviewed } from '@/domain/claim/rules'
import type { ClaimStatus } from '@/domain/claim/statuses'
import { anchorAt, type AnchorText } from '@/text/anchor'
import { locateQuote } from '@/text/locate'
import type { Pair } from '@/text/revise/align'
import { carryOver, TELLING_WORDS, type Carried } from '@/text/revise/carry'
import type { Version } from '@/text/revise/version'
import { isSpoken, wordsOf } from '@/text/words'

export const OUTCOMES = ['unchanged', 'moved', 'changed', 'gone'] as const
export type Outcome = (typeof OUTCOMES)[number]
export const REMARKS = ['words', 'negation', 'removed', 'copies', 'typography', 'around', 'back'] as const
export type Remark = (typeof REMARKS)[number]
export type AnchorState = 'anchored' | 'changed' | 'orphaned'

/** A claim and where it stands in the revision before. */
export type Standing = {
  claimId: string
  quote: string
  start: number
  end: number
  state: AnchorState
}

export type CarriedAnchor = AnchorText & {
  claimId: string
  state: AnchorState
  outcome: Outcome
  remarks: Remark[]
}

/**
 * Where each claim stands in a new revision: one anchor for each, in their order. What was orphaned comes back only
 * when its words, enough of them to tell, stand once in the new text.
 */
export function carryAnchors(
  old: Version,
  fresh: Version,
  standing: readonly Standing[],
  pairs?: readonly Pair[],
): CarriedAnchor[] {
  const placed = standing.filter((one) => one.state !== 'orphaned')
  const carried = new Map(
    carryOver(old, fresh, placed, pairs).map((one, index) => [placed[index]?.claimId, one] as const),
  )
  return standing.map((one) => {
    const now = carried.get(one.claimId)
    return now ? anchorOf(fresh.text, one, now) : returned(old, fresh, one)
  })
}

function anchorOf(text: string, one: Standing, now: Carried): CarriedAnchor {
  const { claimId } = one
  if (now.kind === 'gone') return orphan(text, one, now.place, 'gone', [now.reason])
  const words = anchorAt(text, now.span.start, now.span.end)
  if (now.kind === 'changed')
    return { ...words, claimId, state: 'changed', outcome: 'changed', remarks: [now.reason] }
  const remarks: Remark[] = []
  if (now.typography) remarks.push('typography')
  if (now.around) remarks.push('around')
  return { ...words, claimId, state: one.state, outcome: now.moved ? 'moved' : 'unchanged', remarks }
}

function orphan(
  text: string,
  { claimId, quote }: Standing,
  place: number,
  outcome: Outcome,
  remarks: Remark[],
): CarriedAnchor {
  return { ...anchorAt(text, place, place), quote, claimId, state: 'orphaned', outcome, remarks }
}

function returned(old: Version, fresh: Version, one: Standing): CarriedAnchor {
  const found = locateQuote(fresh.text, one.quote)
  const telling = wordsOf(one.quote).filter((word) => isSpoken(word.key)).length >= TELLING_WORDS
  const stoodBefore = locateQuote(old.text, one.quote) !== null
  if (found?.kind !== 'span' || !telling || stoodBefore)
    return orphan(fresh.text, one, Math.min(one.start, fresh.text.length), 'gone', ['removed'])
  const words = anchorAt(fresh.text, found.start, found.end)
  return { ...words, claimId: one.claimId, state: 'anchored', outcome: 'moved', remarks: ['back'] }
}

export type Totals = Record<AnchorState, number> & { total: number; outcomes: Record<Outcome, number> }

/** How many of the claims are anchored, changed and orphaned: together always all of them. */
export function totalsOf(anchors: readonly { state: AnchorState; outcome: string }[]): Totals {
  const count = (field: 'state' | 'outcome', value: string) =>
    anchors.filter((anchor) => anchor[field] === value).length
  return {
    anchored: count('state', 'anchored'),
    changed: count('state', 'changed'),
    orphaned: count('state', 'orphaned'),
    total: anchors.length,
    outcomes: {
      unchanged: count('outcome', 'unchanged'),
      moved: count('outcome', 'moved'),
      changed: count('outcome', 'changed'),
      gone: count('outcome', 'gone'),
    },
  }
}

/** A verdict that was set back by the text: what it was, on which words. */
export type EarlierVerdict = {
  status: ClaimStatus
  quote: string
  revision: number
  reviewedById: string | null
  reviewedAt: string | null
}

type Reviewed = {
  status: ClaimStatus
  quote: string
  reviewedById: string | null
  reviewedAt: Date | null
  earlier: unknown
}

/** What is kept of a verdict when the words under it change: the newest that was given, or null for none. */
export function earlierVerdict(claim: Reviewed, revision: number): EarlierVerdict | null {
  if (!isReviewed(claim.status)) return (claim.earlier as EarlierVerdict | null) ?? null
  return {
    status: claim.status,
    quote: claim.quote,
    revision,
    reviewedById: claim.reviewedById,
    reviewedAt: claim.reviewedAt?.toISOString() ?? null,
  }
}
