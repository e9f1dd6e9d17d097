import 'server-only'
import { forbidden, notFound } from '@/domain/errors'
import { readOnwards, readRow } from '@/domain/list/queries'
import type { Keyset } from '@/domain/list/table'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { noticeList } from './list'
import { choicesOf, type Choices } from './choices'
import type { NoticeLine, NoticePage } from './shape'

type Asked = { after?: Keyset; limit?: number; unread?: boolean }

/** How many notices this person has not read. */
export async function unreadNotices(actor: Actor): Promise<number> {
  if (!may(actor, 'readNotices')) throw forbidden()
  return db().notice.count({ where: { personId: actor.id, readAt: null } })
}

/** What this person is told, the newest first. */
export async function listNotices(actor: Actor, asked: Asked = {}): Promise<NoticePage> {
  const unread = await unreadNotices(actor)
  return { ...(await readOnwards(noticeList, { ...asked, person: actor.id })), unread }
}

/** @throws DomainError `not_found`, also for a notice of somebody else */
export async function getNotice(actor: Actor, id: string): Promise<NoticeLine> {
  if (!may(actor, 'readNotices')) throw forbidden()
  const own = await db().notice.count({ where: { id, personId: actor.id } })
  const line = own ? await readRow(noticeList, id) : null
  if (!line) throw notFound()
  return line
}

/** Which notices this person also gets by mail, and when not. */
export async function noticeChoices(actor: Actor): Promise<Choices> {
  if (!may(actor, 'readNotices')) throw forbidden()
  return choicesOf(await db().noticeChoices.findUnique({ where: { personId: actor.id } }))
}
