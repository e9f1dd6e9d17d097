import 'server-only'
import type { z } from 'zod'
import { openStandingClaim, requireMerge } from '@/domain/claim/open'
import { changedFields } from '@/domain/claim/rules'
import { writeClaim } from '@/domain/claim/write'
import { forbidden, ruleBroken } from '@/domain/errors'
import { toldMerge } from '@/domain/merging/rules'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { NO_JSON } from '@/prisma/client'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import { requireWorkers } from './open'
import { brokenByChange, following, forbiddenFields, partsWritten, verbOf } from './rules'
import type { changeClaimSchema } from './schema'

type ChangeClaim = z.output<typeof changeClaimSchema>

/**
 * Changes the given fields of a claim: status, finding, priority, assignee or due time, with one line of history. When
 * all fields already have these values, nothing is written, whatever the version, so a repeated request is not a
 * conflict. A change based on an older version merges with changes of other parts; see `CLAIM_PARTS`.
 * @returns the claim's new version
 * @throws DomainError `conflict` with the current claim when somebody changed the same part since `version`; `rule` when `verified` lacks
 *   a supporting source or `disputed` a finding, when a verdict is given on words that are gone, or when a writer of a
 *   reviewed claim would lower its urgency
 */
export async function changeClaim(actor: Actor, input: ChangeClaim): Promise<number> {
  const { id, version, ...wanted } = input
  if (!may(actor, 'reviewClaim')) throw forbidden()
  const refused = forbiddenFields(actor, wanted)
  if (refused) throw forbidden(refused)
  return inTransaction(async (tx) => {
    const open = await openStandingClaim(tx, actor, id)
    const { claim } = open
    const changes = changedFields(claim, wanted)
    if (!changes) return claim.version
    const merged = await requireMerge(open, version, Object.keys(changes))
    if (changes.assigneeId) await requireWorkers(tx, [changes.assigneeId])
    const broken = brokenByChange(actor, claim, changes, settings().signOff)
    if (broken) throw ruleBroken(broken.path, broken.key)
    const { earlier, ...follows } = following(actor, claim, changes, now())
    return writeClaim(open, {
      verb: verbOf(changes),
      changes,
      told: { after: toldMerge(merged) },
      follows: { ...follows, ...(earlier === null && { earlier: NO_JSON }) },
      written: partsWritten(actor, claim, changes),
    })
  })
}
