import 'server-only'
import type { z } from 'zod'
import { lostClaim, openStandingClaim, requireMerge } from '@/domain/claim/open'
import { writeClaim } from '@/domain/claim/write'
import { DomainError, forbidden } from '@/domain/errors'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { now } from '@/services/clock'
import { inTransaction } from '@/services/transaction'
import { signOffDigest } from './digest'
import { disputedOnWords, sendBackRefusal } from './rules'
import type { sendBackSchema, signOffSchema, takeBackSignOffSchema } from './schema'
import { JUDGED, writeSignOff, writeWithdrawal } from './write'

/**
 * A second person's approval of a verdict, bound to the digest of what that person saw.
 * @returns the claim's new version
 * @throws DomainError `conflict` with the current claim when its verdict was changed since its version, or its digest is not the one that was seen;
 *   `rule` when it is unreviewed, or when the person wrote any part of it, with an issue for each such part
 */
export async function signOffClaim(actor: Actor, input: z.output<typeof signOffSchema>): Promise<number> {
  if (!may(actor, 'signOffClaim')) throw forbidden()
  return inTransaction(async (tx) => {
    const open = await openStandingClaim(tx, actor, input.id)
    const { claim } = open
    const digest = signOffDigest(claim)
    const seen = input.digest === digest
    if (claim.signedOffById === actor.id && claim.signedOffDigest === digest && seen) return claim.version
    await requireMerge(open, input.version, JUDGED)
    return writeSignOff(open, input.digest)
  })
}

/**
 * Returns a verdict to the person who gave it, with a reason. The claim is unreviewed until somebody gives a verdict
 * again; its finding and sources stay. Whoever may sign a claim off may send it back instead, and may still sign off
 * what becomes of it.
 * @returns the claim's new version
 * @throws DomainError as `signOffClaim`
 */
export async function sendBack(actor: Actor, input: z.output<typeof sendBackSchema>): Promise<number> {
  if (!may(actor, 'signOffClaim')) throw forbidden()
  return inTransaction(async (tx) => {
    const open = await openStandingClaim(tx, actor, input.id)
    const { claim } = open
    if (claim.sentBackById === actor.id && claim.sentBackWhy === input.why) return claim.version
    await requireMerge(open, input.version, JUDGED)
    if (input.digest !== signOffDigest(claim)) throw await lostClaim(open)
    const refusal = sendBackRefusal(claim, actor.id)
    if (refusal) throw new DomainError('rule', refusal.key, { issues: refusal.issues })
    return writeClaim(open, {
      verb: 'claim.sent_back',
      changes: { status: 'unreviewed' },
      told: { after: { why: input.why } },
      follows: {
        ...{ reviewedById: null, reviewedAt: null },
        disputedBefore: disputedOnWords(claim, 'unreviewed'),
        ...{ sentBackWhy: input.why, sentBackAt: now(), sentBackById: actor.id },
        sentBackToId: claim.reviewedById ?? claim.createdById,
      },
    })
  })
}

/**
 * Takes a sign-off back.
 * @returns the claim's new version
 * @throws DomainError `conflict` with the current claim when its verdict was changed since `version`
 */
export async function withdrawSignOff(
  actor: Actor,
  input: z.output<typeof takeBackSignOffSchema>,
): Promise<number> {
  if (!may(actor, 'signOffClaim')) throw forbidden()
  return inTransaction(async (tx) => {
    const open = await openStandingClaim(tx, actor, input.id)
    return writeWithdrawal(open, input.version)
  })
}
