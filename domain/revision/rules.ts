import { isReviewed } from '@/domain/claim/rules'
import type { ClaimStatus } from '@/domain/claim/statuses'
import { anchorAt, type AnchorText } from '@/text/anchor'
import { boundaryBefore } from '@/text/grapheme'
import type { Pair } from '@/text/revise/align'
import { carryOver, isSameContext, type Carried } from '@/text/revise/carry'
import type { KnownChange } from '@/text/revise/known'
import { CHANGE_KINDS, kindOfChange, type ChangeKind } from '@/text/revise/kind-of-change'
import { contextOf, type Version } from '@/text/revise/version'
import { samePassage } from '@/text/same-passage'

export const OUTCOMES = ['unchanged', 'moved', 'changed', 'gone'] as const
export type Outcome = (typeof OUTCOMES)[number]
/** Why a claim is to be settled or is gone, which kind of words changed around it, and further remarks. */
export const REMARKS = [
  ...([
    'own',
    'around',
    'elsewhere',
    'sentence',
    'removed',
    'copies',
    'typography',
    'before',
    'back',
    'tracked',
  ] as const),
  ...CHANGE_KINDS,
] as const
export type Remark = (typeof REMARKS)[number]
export type AnchorState = 'anchored' | 'changed' | 'orphaned'

/** The words on which a claim was last judged, and their sentences. */
export type JudgedWords = { quote: string; context: readonly string[] }

/** A claim and its span in the revision before. */
export type Standing = {
  claimId: string
  quote: string
  judged: JudgedWords
  start: number
  end: number
  state: AnchorState
}

export type CarriedAnchor = AnchorText & {
  claimId: string
  state: AnchorState
  outcome: Outcome
  remarks: Remark[]
  /** For a claim to be settled: the sentences it was judged in, and the sentences of its present words. */
  sentences: { before: string; after: string } | null
}

/**
 * The anchors of all claims in a new revision, in the order of the claims. A claim is anchored only where the sentences
 * it was judged in are unchanged; otherwise it is to be settled or gone.
 */
export function carryAnchors(
  old: Version,
  fresh: Version,
  standing: readonly Standing[],
  pairs?: readonly Pair[],
  known?: readonly KnownChange[] | null,
): CarriedAnchor[] {
  const judged = standing.map(({ judged: words, start, end, state }) => ({
    ...words,
    at: state === 'orphaned' ? null : { start, end },
  }))
  const carried = carryOver(old, fresh, judged, pairs, known)
  return standing.map((one, index) => anchorOf(fresh, one, carried[index]))
}

function anchorOf(fresh: Version, one: Standing, now: Carried | undefined): CarriedAnchor {
  const { claimId } = one
  if (!now || now.kind === 'gone') return orphan(fresh.text, one, now)
  const words = { ...anchorAt(fresh.text, now.span.start, now.span.end), claimId }
  const moved = now.moved ? 'moved' : 'unchanged'
  if (now.kind === 'kept') {
    const remarks = (['typography', 'before', 'back'] as const).filter((remark) => now[remark])
    return { ...words, state: 'anchored', outcome: moved, remarks, sentences: null }
  }
  const { reason } = now
  const after = contextOf(fresh, now.span).join(' ')
  const before = one.judged.context.join(' ')
  const kinds: ChangeKind[] = before === '' ? [] : [kindOfChange(before, after)]
  const why: Remark[] = reason === 'same' ? [] : [reason === 'words' ? 'own' : reason]
  const outcome = reason === 'same' ? moved : 'changed'
  const told: Remark[] = now.known ? ['tracked'] : []
  const remarks = [...why, ...told, ...kinds]
  return { ...words, state: 'changed', outcome, remarks, sentences: { before, after } }
}

function orphan(
  text: string,
  one: Standing,
  gone: Extract<Carried, { kind: 'gone' }> | undefined,
): CarriedAnchor {
  const { claimId, quote, state } = one
  const asWas = state === 'orphaned'
  const offset = asWas || !gone ? boundaryBefore(text, Math.min(one.start, text.length)) : gone.offset
  const remarks: Remark[] = [asWas ? 'removed' : (gone?.reason ?? 'removed')]
  return {
    ...anchorAt(text, offset, offset),
    quote,
    claimId,
    state: 'orphaned',
    outcome: 'gone',
    remarks,
    sentences: null,
  }
}

export type Totals = Record<AnchorState, number> & { total: number; outcomes: Record<Outcome, number> }

/** How many claims are anchored, changed and orphaned; every claim is one of these. */
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

/** A verdict that a change of the text set back: its status, and the words and sentences on which it was given. */
export type EarlierVerdict = {
  status: ClaimStatus
  quote: string
  /** Missing in verdicts from before sentences were stored. */
  context?: readonly string[]
  revision: number
  reviewedById: string | null
  reviewedAt: string | null
}

type Reviewed = {
  status: ClaimStatus
  judged: unknown
  reviewedById: string | null
  reviewedAt: Date | null
  earlier: unknown
}

/** The verdict to keep when the words under it change, which is the last one given; null when there is none. */
export function earlierVerdict(claim: Reviewed, revision: number): EarlierVerdict | null {
  if (!isReviewed(claim.status)) return (claim.earlier as EarlierVerdict | null) ?? null
  return {
    status: claim.status,
    ...(claim.judged as JudgedWords),
    revision,
    reviewedById: claim.reviewedById,
    reviewedAt: claim.reviewedAt?.toISOString() ?? null,
  }
}

/**
 * Whether words were judged as these, in the same sentences, letter by letter. Without sentences the answer is no,
 * because nobody knows what was judged then.
 */
export function sameWords(judged: Partial<JudgedWords>, now: JudgedWords): boolean {
  const { quote, context = [] } = judged
  return quote !== undefined && samePassage(quote, now.quote) && isSameContext(context, now.context)
}
