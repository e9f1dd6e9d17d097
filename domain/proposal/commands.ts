import 'server-only'
import type { z } from 'zod'
import { lostClaim, openStandingClaim, requireMerge } from '@/domain/claim/open'
import { writeClaim } from '@/domain/claim/write'
import { forbidden, ruleBroken } from '@/domain/errors'
import { changedSince, toldMerge } from '@/domain/merging/rules'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { NO_JSON } from '@/prisma/client'
import { inTransaction } from '@/services/transaction'
import { brokenProposal, proposalChange, storedProposal, wantedProposal } from './rules'
import type { proposeWordingSchema } from './schema'

/**
 * Proposes other words for those of a claim, or takes the proposal back. The text stays as it is: its writer is told,
 * and a sign-off stays in force.
 * @returns the claim's new version
 * @throws DomainError `conflict` with the current claim when somebody changed the proposal or the claim's words since
 *   `version`; `rule` when the claim has these words already, or a reason comes without words
 */
export async function proposeWording(
  actor: Actor,
  { id, version, ...given }: z.output<typeof proposeWordingSchema>,
): Promise<number> {
  if (!may(actor, 'reviewClaim')) throw forbidden()
  return inTransaction(async (tx) => {
    const open = await openStandingClaim(tx, actor, id)
    const { claim } = open
    const present = storedProposal(claim.proposal)
    const wanted = wantedProposal(present, given)
    const broken = brokenProposal(claim.quote, given)
    const change = proposalChange(present, wanted)
    if (!change && !broken) return claim.version
    const merged = await requireMerge(open, version, ['proposal'])
    // The words were proposed for those that their author saw.
    if (changedSince(claim, version, 'quote')) throw await lostClaim(open)
    if (broken) throw ruleBroken('replacement', broken)
    return writeClaim(open, {
      verb: 'claim.wording_proposed',
      follows: { proposal: wanted ?? NO_JSON },
      told: { before: change?.before, after: { ...change?.after, ...toldMerge(merged) } },
    })
  })
}
