import { changedFields, fieldsBefore } from '@/domain/claim/rules'
import { forbidden, ruleBroken } from '@/domain/errors'
import { toldMerge } from '@/domain/merging/rules'
import { may, roleMay } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { lockCorrection, requireMerge } from '@/domain/correction/open'
import { requireQuote } from '@/domain/correction/quote/open'
import { recordWriter, writeCorrection } from '@/domain/correction/write'
import { APPROVED_FIELDS, needsSecond } from '@/domain/correction/rules'
import type { ChangeCorrection } from '@/domain/correction/schema'
import { requireOpen } from '@/domain/correction/step/write'

/** The columns of a correction whose approved words changed. */
const UNAPPROVED = {
  state: 'acknowledged',
  approvedById: null,
  approvedAt: null,
  approvedDigest: null,
  secondById: null,
  secondAt: null,
} as const

export async function changeFields(tx: Tx, actor: Actor, input: ChangeCorrection): Promise<number> {
  const { id, version, ...wanted } = input
  const correction = await lockCorrection(tx, id)
  const changes = changedFields(correction, wanted)
  if (!changes) return correction.version
  requireOpen(correction)
  if (!may(actor, 'changeCorrection', correction)) throw forbidden('correctionTakenUp')
  const fields = Object.keys(changes)
  const merged = await requireMerge(tx, actor, correction, { version, fields })
  const next = { ...correction, ...changes }
  if (next.replacement !== null && next.quote && ('replacement' in changes || 'quote' in changes))
    await requireQuote(tx, next)
  const rewords = APPROVED_FIELDS.some((field) => field in changes)
  const back = correction.state === 'approved' && rewords
  if (rewords) await recordWriter(tx, id, actor.id)
  return writeCorrection(
    tx,
    actor,
    { correction, version: correction.version },
    { ...changes, secondNeeded: needsSecond(correction) || needsSecond(next), ...(back && UNAPPROVED) },
    {
      verb: 'correction.changed',
      before: { ...fieldsBefore(correction, changes), ...(back && { state: correction.state }) },
      after: { ...changes, ...(back && { state: UNAPPROVED.state }), ...toldMerge(merged) },
    },
  )
}

type Owned = { id: string; version: number; ownerId: string | null }

export async function setOwner(tx: Tx, actor: Actor, { id, version, ownerId }: Owned): Promise<number> {
  const correction = await lockCorrection(tx, id)
  if (correction.ownerId === ownerId) return correction.version
  requireOpen(correction)
  const owner = ownerId
    ? await tx.user.findFirst({ where: { id: ownerId, deactivatedAt: null }, select: { role: true } })
    : null
  const merged = await requireMerge(tx, actor, correction, { version, fields: ['ownerId'] })
  if (ownerId && (!owner || !roleMay(owner.role, 'takeWork'))) throw ruleBroken('ownerId', 'cannotOwn')
  return writeCorrection(
    tx,
    actor,
    { correction, version: correction.version },
    { ownerId },
    {
      verb: 'correction.changed',
      before: { ownerId: correction.ownerId },
      after: { ownerId, ...toldMerge(merged) },
    },
  )
}
