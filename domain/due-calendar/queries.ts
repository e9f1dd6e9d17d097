import 'server-only'
import { createHash } from 'node:crypto'
import { forbidden, notFound } from '@/domain/errors'
import { readRows } from '@/domain/list/queries'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { localeOf } from '@/text/locale'
import { calendarSecretSchema } from './schema'
import type { DueItem, DueWork } from './shape'
import { dueWorkSql } from './sql'

/** When a person made the calendar that is in force; null without one. Its secret is not stored. */
export async function calendarMadeAt(actor: Actor): Promise<Date | null> {
  if (!may(actor, 'keepCalendar')) throw forbidden()
  const made = await db().dueCalendar.findUnique({
    where: { userId: actor.id },
    select: { createdAt: true },
  })
  return made?.createdAt ?? null
}

/**
 * The due work of the person whose calendar has this secret, by their present role.
 * @throws DomainError `not_found`, also when that person may not sign in any more
 */
export async function dueWorkOf(secret: string): Promise<DueWork> {
  if (!calendarSecretSchema.safeParse(secret).success) throw notFound()
  const found = await db().dueCalendar.findUnique({
    where: { hash: createHash('sha256').update(secret).digest('hex'), user: { deactivatedAt: null } },
    select: { language: true, user: { select: { id: true, name: true, role: true } } },
  })
  if (!found || !may(found.user, 'keepCalendar')) throw notFound()
  const clock = { zone: settings().newsroomTimeZone, at: now() }
  return {
    language: localeOf(found.language),
    items: await readRows<DueItem>(dueWorkSql(found.user.id, clock)),
  }
}
