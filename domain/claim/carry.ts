import 'server-only'
import type { ArticleLine } from '@/domain/history/record'
import type { CarriedText } from '@/domain/revision/carrying'
import { earlierVerdict, type Standing } from '@/domain/revision/rules'
import { signOffDigest } from '@/domain/sign-off/digest'
import type { Actor } from '@/domain/user/policy'
import type { Prisma, Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import type { ClaimStatus } from './statuses'

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
}

export type CarriedClaim = {
  before: Standing & { claim: StandingClaim }
  after: CarriedText['anchors'][number]
}

const earlierOf = ({ reviewedAt, ...claim }: StandingClaim, revision: number) =>
  earlierVerdict({ ...claim, reviewedAt: reviewedAt === null ? null : new Date(reviewedAt) }, revision)

/** Finding and sources are the same in both texts, so they need not be read to compare what was signed off. */
const digestOf = (quote: string, status: ClaimStatus) =>
  signOffDigest({ quote, status, finding: '', sources: [] })

function carriedLine({ before, after }: CarriedClaim, oldRevision: number) {
  const { claim } = before
  const setBack = after.outcome === 'changed'
  const status = setBack ? 'unreviewed' : claim.status
  return {
    id: claim.id,
    quote: after.quote,
    keys: after.keys,
    setBack,
    earlier: setBack ? earlierOf(claim, oldRevision) : claim.earlier,
    voided:
      claim.signedOffById !== null && digestOf(after.quote, status) !== digestOf(claim.quote, claim.status),
    /** A withdrawn claim is told of when it comes back. */
    told: setBack && claim.withdrawnAt === null,
    before: { quote: before.quote, status: claim.status },
  }
}

/**
 * Gives claims the words they have in a new text, each one version on, and sets back the verdict of those that say
 * something else now. Thousands go in one statement. Claims whose words stayed are left alone.
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
    .filter(({ before, after }) => after.outcome === 'changed' || after.quote !== before.claim.quote)
    .map((one) => carriedLine(one, oldRevision))
  if (lines.length === 0) return []
  await tx.$executeRaw`
    update claim c set
      quote = n.quote,
      keys = n.keys,
      earlier = n.earlier,
      status = case when n."setBack" then 'unreviewed' else c.status end,
      reviewed_by_id = case when n."setBack" then null else c.reviewed_by_id end,
      reviewed_at = case when n."setBack" then null else c.reviewed_at end,
      disputed_before = c.disputed_before and not n."setBack",
      signed_off_by_id = case when n.voided then null else c.signed_off_by_id end,
      signed_off_at = case when n.voided then null else c.signed_off_at end,
      signed_off_digest = case when n.voided then null else c.signed_off_digest end,
      version = c.version + 1,
      updated_at = ${now()}
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as n(id uuid, quote text, keys integer[], "setBack" boolean, earlier jsonb, voided boolean)
    where c.id = n.id`
  return lines.flatMap(({ id, quote, told, voided, before }): ArticleLine[] => {
    const about = { actor, claimId: id, subjectId: id }
    const after = { quote, status: 'unreviewed' as const }
    return [
      ...(told ? [{ ...about, verb: 'claim.text_changed' as const, before, after }] : []),
      ...(voided ? [{ ...about, verb: 'claim.sign_off_voided' as const }] : []),
    ]
  })
}
