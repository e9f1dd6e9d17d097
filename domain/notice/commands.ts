import 'server-only'
import type { z } from 'zod'
import { forbidden, notFound } from '@/domain/errors'
import { recordEvent } from '@/domain/history/record'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { now } from '@/services/clock'
import { inTransaction } from '@/services/transaction'
import { choicesOf } from './choices'
import { changedChoices } from './changed-choices'
import { placeOf } from './rules'
import type { chooseNoticesSchema, noticeIdSchema, readUpToSchema } from './schema'

// Whether somebody has read a notice concerns nobody else, so that reading writes no history.

/**
 * Marks one of one's own notices as read.
 * @returns where it leads, below the desk's address
 * @throws DomainError `not_found`, also for a notice of somebody else
 */
export async function readNotice(actor: Actor, { id }: z.output<typeof noticeIdSchema>): Promise<string> {
  if (!may(actor, 'readNotices')) throw forbidden()
  const notice = await db().notice.findFirst({
    where: { id, personId: actor.id },
    select: { article: { select: { id: true } }, claim: { select: { number: true } } },
  })
  if (!notice) throw notFound()
  await db().notice.updateMany({ where: { id, readAt: null }, data: { readAt: now() } })
  return placeOf(notice)
}

/** Marks one's own notices as read, up to one that was seen, so that one which came meanwhile stays unread. */
export async function readNoticesUpTo(
  actor: Actor,
  { upTo }: z.output<typeof readUpToSchema>,
): Promise<{ read: number }> {
  if (!may(actor, 'readNotices')) throw forbidden()
  const { count } = await db().notice.updateMany({
    where: { personId: actor.id, id: { lte: upTo }, readAt: null },
    data: { readAt: now() },
  })
  return { read: count }
}

/** Stores which notices this person also gets by mail, and the quiet hours. The same choices again change nothing. */
export async function chooseNotices(
  actor: Actor,
  { mail, quietFrom, quietTo }: z.output<typeof chooseNoticesSchema>,
): Promise<void> {
  if (!may(actor, 'readNotices')) throw forbidden()
  const row = { mail, quietFrom: quietFrom || null, quietTo: quietTo || null }
  await inTransaction(async (tx) => {
    await tx.$queryRaw`select 1 from "user" where id = ${actor.id}::uuid for update`
    const stored = await tx.noticeChoices.findUnique({ where: { personId: actor.id } })
    const changes = changedChoices(choicesOf(stored), choicesOf(row))
    if (!changes) return
    await tx.noticeChoices.upsert({
      where: { personId: actor.id },
      create: { personId: actor.id, ...row },
      update: row,
    })
    await recordEvent(tx, { actor, verb: 'user.notices_chosen', subjectId: actor.id, ...changes })
  })
}
