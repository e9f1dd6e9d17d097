import 'server-only'
import { lostClaim, requireMerge, type OpenClaim } from '@/domain/claim/open'
import { NO_SIGN_OFF, writeClaim } from '@/domain/claim/write'
import { DomainError } from '@/domain/errors'
import { now } from '@/services/clock'
import { signOffDigest } from './digest'
import { signOffRefusal } from './rules'

/** Whoever approves a verdict depends on nothing else of the claim. */
export const JUDGED = ['status', 'finding']

/**
 * Signs an open claim off, as it was seen.
 * @param digest of what the person saw
 * @returns the claim's new version
 * @throws DomainError `conflict` with the current claim when it is not as it was seen; `rule` when it is unreviewed, or
 *   when the person wrote any part of it
 */
export async function writeSignOff(open: OpenClaim, digest: string): Promise<number> {
  const { actor, claim } = open
  if (digest !== signOffDigest(claim)) throw await lostClaim(open)
  const refusal = signOffRefusal(claim, actor.id)
  if (refusal) throw new DomainError('rule', refusal.key, { issues: refusal.issues })
  return writeClaim(open, {
    verb: 'claim.signed_off',
    follows: { signedOffById: actor.id, signedOffAt: now(), signedOffDigest: digest },
    told: { after: { status: claim.status, digest } },
  })
}

/**
 * Takes the sign-off of an open claim back.
 * @returns the claim's new version
 * @throws DomainError `conflict` with the current claim when its verdict was changed since `version`
 */
export async function writeWithdrawal(open: OpenClaim, version: number): Promise<number> {
  if (!open.claim.signedOffById) return open.claim.version
  await requireMerge(open, version, JUDGED)
  return writeClaim(open, { verb: 'claim.sign_off_withdrawn', follows: NO_SIGN_OFF })
}
