import { brokenRule, changedFields, isReviewed, type Priority } from '@/domain/claim/rules'
import type { ClaimStatus, Stance } from '@/domain/claim/statuses'
import type { ErrorKey } from '@/domain/errors'
import { CLAIM_PARTS } from '@/domain/merging/parts'
import { mergedWith, type MergedPart } from '@/domain/merging/rules'
import { roleMay, type Permission } from '@/domain/permissions'
import {
  disputedOnWords,
  findingBegins,
  mayLowerUrgency,
  type SignOffPolicy,
  type Writer,
} from '@/domain/sign-off/rules'
import type { Actor } from '@/domain/user/policy'

/** The fields of a claim that a review or a plan sets. */
export type ReviewFields = {
  status?: ClaimStatus
  finding?: string
  priority?: Priority
  assigneeId?: string | null
  dueAt?: Date | null
}

type Reviewed = {
  status: ClaimStatus
  finding: string
  priority: Priority
  quote: string
  disputedBefore: boolean
  earlier: unknown
  sources: readonly { stance: Stance }[]
  writers: readonly Writer[]
}

const NEEDED: Record<keyof ReviewFields, Permission> = {
  status: 'reviewClaim',
  finding: 'reviewClaim',
  priority: 'planClaim',
  dueAt: 'planClaim',
  assigneeId: 'assignWork',
}

/** Why this person may not set these fields of any claim; null when they may. */
export function forbiddenFields(actor: Actor, fields: ReviewFields): ErrorKey | null {
  const refused = (Object.keys(NEEDED) as (keyof ReviewFields)[]).find(
    (field) => fields[field] !== undefined && !roleMay(actor.role, NEEDED[field]),
  )
  if (!refused) return null
  return refused === 'assigneeId' ? 'mayNotAssign' : 'forbidden'
}

/** The rule that a change of a claim would break, with the field that breaks it. */
export function brokenByChange(
  actor: Actor,
  claim: Reviewed,
  changes: ReviewFields,
  policy: SignOffPolicy,
): { path: string; key: ErrorKey } | null {
  const judged = changes.status !== undefined || changes.finding !== undefined
  const stances = claim.sources.map((source) => source.stance)
  const broken = judged ? brokenRule({ ...claim, ...changes, stances }) : null
  if (broken) return broken
  return changes.priority && !mayLowerUrgency(claim, actor.id, policy)
    ? { path: 'priority', key: 'urgencyIsOwn' }
    : null
}

/** The columns that change along with a status or priority. The check for a second person uses them too. */
export function following(actor: Actor, claim: Reviewed, { status, priority }: ReviewFields, at: Date) {
  const reviewed = status !== undefined && isReviewed(status)
  return {
    ...(status && {
      reviewedById: reviewed ? actor.id : null,
      reviewedAt: reviewed ? at : null,
      disputedBefore: disputedOnWords(claim, status),
      ...(reviewed && { earlier: null, takenFromId: null }),
    }),
    ...(priority && claim.priority === 'urgent' && { loweredById: actor.id }),
  }
}

/** The parts that this person writes with a change. */
export function partsWritten(actor: Actor, claim: Reviewed, { status, finding }: ReviewFields) {
  const by = [actor.id]
  return [
    ...(status === undefined ? [] : [{ part: 'status' as const, by, anew: true }]),
    ...(finding === undefined
      ? []
      : [{ part: 'finding' as const, by, anew: findingBegins(claim.finding, finding) }]),
  ]
}

/** The verb of the history line of a change. */
export function verbOf(changes: ReviewFields) {
  if (changes.status !== undefined) return 'claim.reviewed'
  return changes.finding === undefined ? 'claim.planned' : 'claim.finding_written'
}

type ChangedTogether = Reviewed & {
  version: number
  changedIn: unknown
  withdrawnAt: Date | null
  assigneeId: string | null
  dueAt: Date | null
}

/** What a bulk change does to one claim. */
export type Decided =
  | { outcome: 'changed'; changes: ReviewFields; merged: MergedPart[] }
  | { outcome: 'unchanged' | 'conflict' }
  | { outcome: 'refused'; key: ErrorKey }

/**
 * What becomes of one claim of many. As for a single claim, a change that changes nothing is no conflict, and a newer
 * version of the same part is one before any rule is looked at.
 * @param version the version that the claim had when it was chosen
 * @param stands whether the claim's words are in the newest text
 */
export function decideOne(
  actor: Actor,
  claim: ChangedTogether,
  {
    version,
    wanted,
    stands,
    policy,
  }: { version: number; wanted: ReviewFields; stands: boolean; policy: SignOffPolicy },
): Decided {
  if (claim.withdrawnAt) return { outcome: 'refused', key: 'claimWithdrawn' }
  const changes = changedFields(claim, wanted)
  if (!changes) return { outcome: 'unchanged' }
  const merged = mergedWith(CLAIM_PARTS, claim, version, Object.keys(changes))
  if (!merged) return { outcome: 'conflict' }
  const broken = brokenByChange(actor, claim, changes, policy)
  if (broken) return { outcome: 'refused', key: broken.key }
  if (changes.status && isReviewed(changes.status) && !stands)
    return { outcome: 'refused', key: 'claimStandsNowhere' }
  return { outcome: 'changed', changes, merged }
}
