import 'server-only'
import type { ArticleLine } from '@/domain/history/record'
import type { CarriedText } from '@/domain/revision/carrying'
import { earlierVerdict, sameWords, type EarlierVerdict, type Standing } from '@/domain/revision/rules'
import { signOffDigest } from '@/domain/sign-off/digest'
import type { Actor } from '@/domain/user/policy'
import type { Prisma, Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { brokenRule, isReviewed } from './rules'
import type { ClaimStatus, Stance } from './statuses'

/** A claim as it stands in a revision, as JSON has it. */
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
  /** Only where a verdict was set back. */
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

/** The verdict that a claim has again, since the words it was given on are back: those that are judged now. */
function returning({ before, after }: CarriedClaim): EarlierVerdict | null {
  const { claim, judged } = before
  const earlier = claim.earlier as EarlierVerdict | null
  if (after.state !== 'anchored' || before.state === 'anchored' || !earlier) return null
  if (!sameWords(earlier, judged) || brokenRule({ ...claim, status: earlier.status })) return null
  return earlier
}

/** Finding and sources are the same in both texts, so they need not be read to compare what was signed off. */
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
    /** A withdrawn claim is told of when it comes back. */
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
 * Gives claims the words they have in a new text, each one version on. The verdict of those that are to be settled, or
 * gone, is set back and kept beside them; the verdict of those whose judged words are back stands again. Thousands go in
 * one statement. Claims whose words stayed are left alone.
 * @param oldRevision the number of the revision that the verdicts were given in
 * @returns the lines of history, for `recordEvents` beside the others of the same write
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
