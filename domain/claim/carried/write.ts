import 'server-only'
import type { ArticleLine } from '@/domain/history/record'
import type { CarriedText } from '@/domain/revision/carrying'
import { earlierVerdict, sameWords, type EarlierVerdict, type Standing } from '@/domain/revision/rules'
import { signOffDigest } from '@/domain/sign-off/digest'
import type { Actor } from '@/domain/user/policy'
import type { Prisma, Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { brokenRule, isReviewed } from '@/domain/claim/rules'
import type { ClaimStatus, Stance } from '@/domain/claim/statuses'

/** A claim as it stands in a revision, read from JSON. */
export type StandingClaim = {
  id: string
  number: number
  version: number
  status: ClaimStatus
  quote: string
  reviewedById: string | null
  reviewedAt: string | null
  signedOffById: string | null
  earlier: Prisma.JsonValue
  withdrawnAt: string | null
  /** Present only where a verdict was set back. */
  finding: string
  stances: Stance[]
}

export type CarriedClaim = {
  before: Standing & { claim: StandingClaim }
  after: CarriedText['anchors'][number]
}

function earlierOf({ claim, judged }: CarriedClaim['before'], revision: number) {
  const { reviewedAt, ...verdict } = claim
  return earlierVerdict(
    { ...verdict, judged, reviewedAt: reviewedAt === null ? null : new Date(reviewedAt) },
    revision,
  )
}

/** The verdict that a claim gets back, because it stands again on the words that the verdict was given on. */
function returning({ before, after }: CarriedClaim): EarlierVerdict | null {
  const { claim, judged } = before
  const earlier = claim.earlier as EarlierVerdict | null
  if (after.state !== 'anchored' || before.state === 'anchored' || !earlier) return null
  if (!sameWords(earlier, judged) || brokenRule({ ...claim, status: earlier.status })) return null
  return earlier
}

/** A digest for comparison only. Finding and sources are the same in both texts, so they are left out. */
const digestOf = (quote: string, status: ClaimStatus) =>
  signOffDigest({ quote, status, finding: '', sources: [] })

function carriedLine(one: CarriedClaim, oldRevision: number) {
  const { before, after } = one
  const { claim } = before
  const setBack = after.state !== 'anchored' && isReviewed(claim.status)
  const back = returning(one)
  const status = setBack ? 'unreviewed' : (back?.status ?? claim.status)
  return {
    id: claim.id,
    quote: after.quote,
    keys: after.keys,
    anchorState: after.state,
    status,
    judges: setBack || back !== null,
    reviewedById: back?.reviewedById ?? null,
    reviewedAt: back?.reviewedAt ?? null,
    earlier: setBack ? earlierOf(before, oldRevision) : back ? null : claim.earlier,
    newWords: after.outcome === 'changed',
    voided:
      claim.signedOffById !== null && digestOf(after.quote, status) !== digestOf(claim.quote, claim.status),
    /** A withdrawn claim gets no line. */
    told: claim.withdrawnAt === null,
    verb: verbOf(after.state),
    before: { quote: before.quote, status: claim.status },
  }
}

const verbOf = (state: CarriedClaim['after']['state']) =>
  state === 'orphaned'
    ? ('claim.orphaned' as const)
    : state === 'changed'
      ? ('claim.text_changed' as const)
      : ('claim.anchored' as const)

/**
 * Gives claims their words in a new text and raises their versions. A verdict is set back, and kept beside the claim,
 * when the claim is to be settled or its words are gone. A verdict stands again when its judged words are back. One
 * query updates thousands of claims. Claims whose words stayed are left alone.
 * @param oldRevision the number of the revision in which the verdicts were given
 * @returns the lines of history, which the caller passes to `recordEvents` with the other lines of the same write
 */
export async function carryClaims(
  tx: Tx,
  actor: Actor,
  oldRevision: number,
  carried: readonly CarriedClaim[],
): Promise<ArticleLine[]> {
  const lines = carried
    .filter(
      ({ before, after }) =>
        after.outcome === 'changed' || after.state !== before.state || after.quote !== before.claim.quote,
    )
    .map((one) => carriedLine(one, oldRevision))
  if (lines.length === 0) return []
  await tx.$executeRaw`
    update claim c set
      quote = n.quote,
      keys = n.keys,
      anchor_state = n."anchorState"::"AnchorState",
      earlier = n.earlier,
      status = n.status::"ClaimStatus",
      reviewed_by_id = case when n.judges then n."reviewedById" else c.reviewed_by_id end,
      reviewed_at = case when n.judges then n."reviewedAt" else c.reviewed_at end,
      disputed_before = c.disputed_before and not n."newWords",
      signed_off_by_id = case when n.voided then null else c.signed_off_by_id end,
      signed_off_at = case when n.voided then null else c.signed_off_at end,
      signed_off_digest = case when n.voided then null else c.signed_off_digest end,
      version = c.version + 1,
      updated_at = ${now()}
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as n(id uuid, quote text, keys integer[], "anchorState" text, status text, judges boolean, "reviewedById" uuid,
        "reviewedAt" timestamptz, earlier jsonb, "newWords" boolean, voided boolean)
    where c.id = n.id`
  return lines.flatMap(({ id, quote, status, verb, told, voided, before }): ArticleLine[] => {
    const about = { actor, claimId: id, subjectId: id }
    return [
      ...(told ? [{ ...about, verb, before, after: { quote, status } }] : []),
      ...(voided ? [{ ...about, verb: 'claim.sign_off_voided' as const }] : []),
    ]
  })
}
