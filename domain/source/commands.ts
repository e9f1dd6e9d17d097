import 'server-only'
import type { z } from 'zod'
import { dayIn } from '@/domain/calendar/clock'
import { requirePast } from '@/domain/calendar/rules'
import { openClaim } from '@/domain/claim/open'
import { brokenRule, changedFields, fieldsBefore } from '@/domain/claim/rules'
import type { Stance } from '@/domain/claim/statuses'
import { conflict, forbidden, notFound, ruleBroken, type ErrorKey } from '@/domain/errors'
import { SOURCE_PARTS } from '@/domain/merging/parts'
import { mergedWith, toldMerge } from '@/domain/merging/rules'
import { may } from '@/domain/permissions'
import { claimRequest } from '@/domain/request/write'
import type { Actor } from '@/domain/user/policy'
import type { Prisma, Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import { sourceInTransaction } from './queries'
import type { addSourceSchema, changeSourceSchema, sourceIdSchema } from './schema'
import { insertSource, tellClaim } from './write'

async function openSource(tx: Tx, actor: Actor, id: string) {
  const stored = await tx.source.findUnique({ where: { id }, select: { claimId: true } })
  if (!stored) throw notFound()
  const open = await openClaim(tx, actor, stored.claimId)
  return { ...open, source: await tx.source.findUniqueOrThrow({ where: { id } }) }
}

type OpenSource = Awaited<ReturnType<typeof openSource>>

/** The refusal of a write that is based on an older source, with the current one. */
const lostSource = async ({ tx, actor, source }: OpenSource, key?: ErrorKey) =>
  conflict(await sourceInTransaction(tx, actor, source.id), key)

/** A verified claim needs a supporting source, so the verdict must be withdrawn before its last one. */
function keepVerdict({ claim, source }: OpenSource, stance: Stance | null) {
  const others = claim.sources.filter((other) => other.id !== source.id).map((other) => other.stance)
  const broken = brokenRule({ ...claim, stances: stance ? [...others, stance] : others })
  if (broken?.key === 'verifiedNeedsSource') throw ruleBroken('stance', 'lastSupportingSource')
}

/** Writes an open source. @returns its new version */
async function writeSource(
  open: OpenSource,
  data: Prisma.SourceUncheckedUpdateInput,
  line: Parameters<typeof tellClaim>[2],
): Promise<number> {
  const { id, version } = open.source
  await open.tx.source.update({
    where: { id, version },
    data: { ...data, version: version + 1, updatedAt: now() },
  })
  await tellClaim(open, id, line)
  return version + 1
}

/** Adds evidence to a claim. A repeated request with the same `requestKey` adds nothing. @returns the source's id */
export async function addSource(actor: Actor, input: z.output<typeof addSourceSchema>): Promise<string> {
  if (!may(actor, 'editSources')) throw forbidden()
  return inTransaction(async (tx) => {
    const open = await openClaim(tx, actor, input.claimId)
    const { requestKey, claimId: _, ...source } = input
    const { first, subjectId: id } = await claimRequest(tx, actor.id, requestKey, newId(), input)
    if (first) await insertSource(open, id, source)
    return id
  })
}

/**
 * Changes the given fields of a source. A change based on an older version merges with changes of other parts; see
 * `SOURCE_PARTS`.
 * @returns the source's new version
 * @throws DomainError `conflict` with the current source when somebody changed the same part since the given `version`; `rule` when
 *   a verified claim would lose its last supporting source
 */
export async function changeSource(
  actor: Actor,
  { id, version, ...wanted }: z.output<typeof changeSourceSchema>,
): Promise<number> {
  if (!may(actor, 'editSources')) throw forbidden()
  return inTransaction(async (tx) => {
    const open = await openSource(tx, actor, id)
    const { source } = open
    if (source.removedAt) throw await lostSource(open, 'sourceRemoved')
    const changes = changedFields(source, wanted)
    if (!changes) return source.version
    const merged = mergedWith(SOURCE_PARTS, source, version ?? source.version, Object.keys(changes))
    if (!merged) throw await lostSource(open)
    requirePast({ accessed: changes.accessed }, dayIn(now(), settings().newsroomTimeZone))
    if (changes.stance) keepVerdict(open, changes.stance)
    return writeSource(open, changes, {
      verb: 'source.changed',
      told: { before: fieldsBefore(source, changes), after: { ...changes, ...toldMerge(merged) } },
    })
  })
}

async function setRemoved(
  actor: Actor,
  { id, version }: z.output<typeof sourceIdSchema>,
  removed: boolean,
): Promise<number> {
  if (!may(actor, 'editSources')) throw forbidden()
  return inTransaction(async (tx) => {
    const open = await openSource(tx, actor, id)
    const { source } = open
    if (Boolean(source.removedAt) === removed) return source.version
    if (version !== undefined && version !== source.version) throw await lostSource(open)
    if (removed) keepVerdict(open, null)
    const { title, stance, url } = source
    return writeSource(
      open,
      { removedAt: removed ? now() : null },
      removed
        ? { verb: 'source.removed', told: { before: { title, stance, url } } }
        : { verb: 'source.restored', told: { after: { title, stance, url } } },
    )
  })
}

/**
 * Takes a source off its claim but keeps the record; `restoreSource` undoes it. Both return the source's new version.
 */
export const removeSource = (actor: Actor, input: z.output<typeof sourceIdSchema>) =>
  setRemoved(actor, input, true)
export const restoreSource = (actor: Actor, input: z.output<typeof sourceIdSchema>) =>
  setRemoved(actor, input, false)
