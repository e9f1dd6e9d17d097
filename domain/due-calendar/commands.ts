import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { forbidden } from '@/domain/errors'
import { recordEvent } from '@/domain/history/record'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { now } from '@/services/clock'
import { logAccess } from '@/services/log'
import { inTransaction } from '@/services/transaction'
import type { makeCalendarSchema } from './schema'

/** Makes the address of one's own calendar; an earlier one ends. @returns its secret, which is not stored */
export async function makeCalendar(
  actor: Actor,
  { language }: z.output<typeof makeCalendarSchema>,
): Promise<string> {
  if (!may(actor, 'keepCalendar')) throw forbidden()
  const secret = randomBytes(24).toString('base64url')
  const made = { hash: createHash('sha256').update(secret).digest('hex'), language, createdAt: now() }
  await inTransaction(async (tx) => {
    await tx.dueCalendar.upsert({
      where: { userId: actor.id },
      create: { userId: actor.id, ...made },
      update: made,
    })
    await recordEvent(tx, { actor, verb: 'calendar.made', subjectId: actor.id, after: { language } })
  })
  logAccess('calendar_made', { person: actor.id })
  return secret
}

/** Ends the address of one's own calendar. Without one there is nothing to end. */
export async function revokeCalendar(actor: Actor): Promise<void> {
  if (!may(actor, 'keepCalendar')) throw forbidden()
  const ended = await inTransaction(async (tx) => {
    const { count } = await tx.dueCalendar.deleteMany({ where: { userId: actor.id } })
    if (count > 0) await recordEvent(tx, { actor, verb: 'calendar.revoked', subjectId: actor.id })
    return count > 0
  })
  if (ended) logAccess('calendar_revoked', { person: actor.id })
}
