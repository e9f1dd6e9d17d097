import 'server-only'
import { recordEvent } from '@/domain/history/record'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'

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
