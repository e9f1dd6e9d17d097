import { changedFields, fieldsBefore } from '@/domain/claim/rules'
import { forbidden, ruleBroken } from '@/domain/errors'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { amendmentDigest } from '@/domain/correction/digest'
import { lockCorrection, lostCorrection, type Stored } from '@/domain/correction/open'
import { recordWriter, writeCorrection } from '@/domain/correction/write'
import { amendmentNeedsSecond, wordIssues, decisionRefusal, type Amended } from '@/domain/correction/rules'
import type { AmendCorrection } from '@/domain/correction/schema'
import type { CorrectionVersion } from '@/domain/correction/schema'
import { lacking, requireVersion } from '@/domain/correction/step/write'

const amendedOf = (from: Amended): Amended => ({
  kind: from.kind,
  wrong: from.wrong,
  right: from.right,
  note: from.note,
  explanation: from.explanation,
})

type ProposedAmendment = NonNullable<Awaited<ReturnType<typeof openProposal>>>

const openProposal = (tx: Tx, correctionId: string) =>
  tx.proposedAmendment.findFirst({ where: { correctionId, state: 'open' } })

type InForce = {
  changes: Partial<Amended>
  reason: string
  substantive: boolean
  /** The author, and the approver when a second person was needed. */
  byId: string
  approvedById: string | null
}

/** Publishes an amendment and keeps the earlier words. */
async function amendNow(
  tx: Tx,
  actor: Actor,
  over: { correction: Stored; version: number },
  { changes, reason, substantive, byId, approvedById }: InForce,
): Promise<number> {
  const { correction } = over
  const at = now()
  await recordWriter(tx, correction.id, byId)
  await tx.amendment.create({
    data: {
      id: newId(),
      correctionId: correction.id,
      before: amendedOf(correction),
      ...{ reason, substantive, byId, approvedById, at },
    },
  })
  return writeCorrection(
    tx,
    actor,
    over,
    { ...changes, ...(substantive && { updatedForReadersAt: at }) },
    {
      verb: 'correction.amended',
      before: fieldsBefore(correction, changes),
      after: { ...changes, why: reason, substantive },
    },
  )
}

type Wanted = { correction: Stored; version: number; changes: Partial<Amended> } & Pick<
  AmendCorrection,
  'reason' | 'substantive'
>

async function propose(tx: Tx, actor: Actor, wanted: Wanted): Promise<number> {
  const { correction, version, changes, reason, substantive } = wanted
  const present = amendedOf(correction)
  const next = { ...present, ...changes }
  await tx.proposedAmendment.create({
    data: {
      id: newId(),
      correctionId: correction.id,
      ...next,
      reason,
      substantive,
      digest: amendmentDigest(present, next),
      proposedById: actor.id,
      proposedAt: now(),
    },
  })
  return writeCorrection(
    tx,
    actor,
    { correction, version },
    {},
    {
      verb: 'correction.amendment_proposed',
      before: fieldsBefore(correction, changes),
      after: { ...changes, why: reason, substantive },
    },
  )
}

export async function amend(tx: Tx, actor: Actor, input: AmendCorrection): Promise<number> {
  const { id, version, reason, substantive, ...wanted } = input
  const correction = await lockCorrection(tx, id)
  const changes = changedFields(correction, wanted)
  if (!changes) return correction.version
  if (correction.state !== 'published') throw ruleBroken('state', 'correctionNotPublished')
  const open = await openProposal(tx, id)
  const next = { ...amendedOf(correction), ...changes }
  const again =
    open?.proposedById === actor.id &&
    open.digest === amendmentDigest(amendedOf(correction), next) &&
    open.reason === reason &&
    open.substantive === substantive
  if (again) return correction.version
  await requireVersion(tx, actor, correction, version)
  if (open) throw ruleBroken('amendment', 'amendmentPending')
  if (changes.kind === 'retraction') throw ruleBroken('kind', 'retractionIsOwn')
  const issues = wordIssues({ ...correction, ...changes })
  if (issues.length > 0) throw lacking(issues)
  if (amendmentNeedsSecond(correction, next))
    return propose(tx, actor, { correction, version, changes, reason, substantive })
  const how = { changes, reason, substantive, byId: actor.id, approvedById: null }
  return amendNow(tx, actor, { correction, version }, how)
}

/** @throws DomainError `rule` for everyone who worded any of it since the last approval */
async function requireDecider(tx: Tx, actor: Actor, correction: Stored, proposal: ProposedAmendment) {
  const where = { correctionId: correction.id }
  const amendments = await tx.amendment.findMany({
    where,
    select: { byId: true, approvedById: true, at: true },
  })
  const proposals = await tx.proposedAmendment.findMany({ where: { ...where, state: { not: 'approved' } } })
  const refused = decisionRefusal({ proposal, present: correction, amendments, proposals }, actor.id)
  if (refused) throw ruleBroken('amendment', refused)
}

async function lockProposal(tx: Tx, actor: Actor, { id, version }: CorrectionVersion) {
  const correction = await lockCorrection(tx, id)
  await requireVersion(tx, actor, correction, version)
  const proposal = await openProposal(tx, id)
  if (!proposal) throw ruleBroken('amendment', 'noAmendment')
  return { correction, proposal }
}

const decided = (actor: Actor) => ({ decidedById: actor.id, decidedAt: now() })

/** The second person's approval; the amendment is published with it. */
export async function approveProposal(tx: Tx, actor: Actor, meant: CorrectionVersion): Promise<number> {
  const { correction, proposal } = await lockProposal(tx, actor, meant)
  await requireDecider(tx, actor, correction, proposal)
  const next = amendedOf(proposal)
  if (proposal.digest !== amendmentDigest(amendedOf(correction), next))
    throw await lostCorrection(tx, actor, correction, 'amendmentChanged')
  await tx.proposedAmendment.update({
    where: { id: proposal.id },
    data: { state: 'approved', ...decided(actor) },
  })
  const { reason, substantive, proposedById } = proposal
  return amendNow(
    tx,
    actor,
    { correction, version: meant.version },
    {
      changes: changedFields(correction, next) ?? {},
      ...{ reason, substantive, byId: proposedById, approvedById: actor.id },
    },
  )
}

/** Another editor refuses the amendment with a reason; readers keep the earlier words. */
export async function refuseProposal(
  tx: Tx,
  actor: Actor,
  { why, ...meant }: CorrectionVersion & { why: string },
) {
  const { correction, proposal } = await lockProposal(tx, actor, meant)
  await requireDecider(tx, actor, correction, proposal)
  await tx.proposedAmendment.update({
    where: { id: proposal.id },
    data: { state: 'refused', decidedWhy: why, ...decided(actor) },
  })
  return writeCorrection(
    tx,
    actor,
    { correction, version: meant.version },
    {},
    { verb: 'correction.amendment_refused', after: { why } },
  )
}

/** The author withdraws the proposal. */
export async function withdrawProposal(tx: Tx, actor: Actor, meant: CorrectionVersion): Promise<number> {
  const { correction, proposal } = await lockProposal(tx, actor, meant)
  if (proposal.proposedById !== actor.id) throw forbidden('amendmentNotOwn')
  await tx.proposedAmendment.update({
    where: { id: proposal.id },
    data: { state: 'withdrawn', ...decided(actor) },
  })
  return writeCorrection(
    tx,
    actor,
    { correction, version: meant.version },
    {},
    { verb: 'correction.amendment_withdrawn' },
  )
}
