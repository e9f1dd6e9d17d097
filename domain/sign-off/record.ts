import 'server-only'
import { recordEvent } from '@/domain/history/record'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import type { ClaimPart, Writer } from './rules'

/** What a claim holds that nobody has signed off. */
export const NO_SIGN_OFF = { signedOffById: null, signedOffAt: null, signedOffDigest: null } as const

type SignedClaim = { id: string; articleId: string; signedOffById: string | null }

/** Says in the history that a change ended a sign-off, where there was one. Call it beside the change's own event. */
export async function recordVoided(tx: Tx, actor: Actor, claim: SignedClaim): Promise<void> {
  if (!claim.signedOffById) return
  await recordEvent(tx, {
    actor,
    verb: 'claim.sign_off_voided',
    articleId: claim.articleId,
    claimId: claim.id,
    subjectId: claim.id,
  })
}

/** Everybody who wrote any of what a sign-off of the claim approves. */
export const writersOf = (tx: Tx, claimId: string): Promise<Writer[]> =>
  tx.claimWriter.findMany({ where: { claimId }, select: { part: true, personId: true } })

export type Written = {
  part: ClaimPart
  by: readonly string[]
  /** Nothing of what was there before stands: those who wrote it no longer count. */
  anew?: boolean
}

/** Keeps who wrote which part of a claim, in the transaction that writes it. */
export async function recordWriters(tx: Tx, claimId: string, written: readonly Written[]): Promise<void> {
  const anew = written.flatMap((one) => (one.anew ? [one.part] : []))
  if (anew.length > 0) await tx.claimWriter.deleteMany({ where: { claimId, part: { in: anew } } })
  const data = written.flatMap(({ part, by }) => by.map((personId) => ({ claimId, part, personId })))
  if (data.length > 0) await tx.claimWriter.createMany({ data, skipDuplicates: true })
}
