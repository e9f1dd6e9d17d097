import 'server-only'
import type { z } from 'zod'
import { brokenRule, changedFields, type Stance } from '@/domain/claim/rules'
import { conflict, forbidden, notFound, ruleBroken } from '@/domain/errors'
import { lockArticle, recordEvent } from '@/domain/history/record'
import { NO_SIGN_OFF, recordVoided, recordWriters } from '@/domain/sign-off/record'
import type { Actor } from '@/domain/user/policy'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { claimRequest } from '@/domain/request/record'
import { inTransaction } from '@/services/transaction'
import { mayEditSources } from './policy'
import type { addSourceSchema, changeSourceSchema, sourceIdSchema } from './schema'

async function lockClaim(tx: Tx, claimId: string) {
  const claim = await tx.claim.findUnique({ where: { id: claimId }, select: { articleId: true } })
  if (!claim || !(await lockArticle(tx, claim.articleId))) throw notFound()
  return tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    include: { sources: { where: { removedAt: null } } },
  })
}

async function loadSource(tx: Tx, id: string) {
  const place = await tx.source.findUnique({ where: { id }, select: { claimId: true } })
  if (!place) throw notFound()
  const claim = await lockClaim(tx, place.claimId)
  return { claim, source: await tx.source.findUniqueOrThrow({ where: { id } }) }
}

type Loaded = Awaited<ReturnType<typeof loadSource>>

/** A claim stays verified only while a source supports it: the verdict has to go first. */
function keepVerdict({ claim, source }: Loaded, stance: Stance | null) {
  const others = claim.sources.filter((other) => other.id !== source.id).map((other) => other.stance)
  const broken = brokenRule({ ...claim, stances: stance ? [...others, stance] : others })
  if (broken?.key === 'verifiedNeedsSource') throw ruleBroken('stance', 'lastSupportingSource')
}

/** Sign-off covers the sources, so any change of them ends it, and is nobody's to sign off who made it. */
async function touchClaim(tx: Tx, actor: Actor, claimId: string) {
  await tx.claim.update({ where: { id: claimId }, data: { updatedAt: now(), ...NO_SIGN_OFF } })
  await recordWriters(tx, claimId, [{ part: 'sources', by: [actor.id] }])
}

/** Adds evidence to a claim. Asking again with the same `requestKey` adds nothing. @returns the source's id */
export async function addSource(actor: Actor, input: z.output<typeof addSourceSchema>): Promise<string> {
  if (!mayEditSources(actor)) throw forbidden()
  return inTransaction(async (tx) => {
    const claim = await lockClaim(tx, input.claimId)
    const { requestKey, ...source } = input
    const request = await claimRequest(tx, actor.id, requestKey, newId(), input)
    if (!request.first) return request.subjectId
    await tx.source.create({ data: { ...source, id: request.subjectId, createdById: actor.id } })
    await touchClaim(tx, actor, claim.id)
    await recordEvent(tx, {
      actor,
      verb: 'source.added',
      articleId: claim.articleId,
      claimId: claim.id,
      subjectId: request.subjectId,
      after: { title: source.title, stance: source.stance, url: source.url ?? null },
    })
    await recordVoided(tx, actor, claim)
    return request.subjectId
  })
}

/**
 * Changes the given fields of a source.
 * @returns the source's version after it
 * @throws DomainError `conflict` with the source as it is now when a `version` is given and is not the newest; `rule`
 *   when a verified claim would lose its last supporting source
 */
export async function changeSource(
  actor: Actor,
  input: z.output<typeof changeSourceSchema>,
): Promise<number> {
  if (!mayEditSources(actor)) throw forbidden()
  return inTransaction(async (tx) => {
    const loaded = await loadSource(tx, input.id)
    const { claim, source } = loaded
    const { id, version, ...wanted } = input
    if (source.removedAt) throw conflict(source, 'sourceRemoved')
    const changes = changedFields(source, wanted)
    if (!changes) return source.version
    if (version !== undefined && version !== source.version) throw conflict(source)
    if (changes.stance) keepVerdict(loaded, changes.stance)
    await tx.source.update({
      where: { id },
      data: { ...changes, version: { increment: 1 }, updatedAt: now() },
    })
    await touchClaim(tx, actor, claim.id)
    await recordEvent(tx, {
      actor,
      verb: 'source.changed',
      articleId: claim.articleId,
      claimId: claim.id,
      subjectId: id,
      before: Object.fromEntries(
        Object.keys(changes).map((field) => [field, source[field as keyof typeof source]]),
      ),
      after: changes,
    })
    await recordVoided(tx, actor, claim)
    return source.version + 1
  })
}

async function setRemoved(
  actor: Actor,
  input: z.output<typeof sourceIdSchema>,
  removed: boolean,
): Promise<number> {
  if (!mayEditSources(actor)) throw forbidden()
  return inTransaction(async (tx) => {
    const loaded = await loadSource(tx, input.id)
    const { claim, source } = loaded
    if (Boolean(source.removedAt) === removed) return source.version
    if (input.version !== undefined && input.version !== source.version) throw conflict(source)
    if (removed) keepVerdict(loaded, null)
    await tx.source.update({
      where: { id: source.id },
      data: { removedAt: removed ? now() : null, version: { increment: 1 }, updatedAt: now() },
    })
    await touchClaim(tx, actor, claim.id)
    await recordEvent(tx, {
      actor,
      verb: removed ? 'source.removed' : 'source.restored',
      articleId: claim.articleId,
      claimId: claim.id,
      subjectId: source.id,
      before: removed ? { title: source.title, stance: source.stance, url: source.url } : undefined,
      after: removed ? undefined : { title: source.title, stance: source.stance, url: source.url },
    })
    await recordVoided(tx, actor, claim)
    return source.version + 1
  })
}

/** Takes a source off its claim, keeping the record; `restoreSource` undoes it. Both return the source's version after it. */
export const removeSource = (actor: Actor, input: z.output<typeof sourceIdSchema>) =>
  setRemoved(actor, input, true)
export const restoreSource = (actor: Actor, input: z.output<typeof sourceIdSchema>) =>
  setRemoved(actor, input, false)
