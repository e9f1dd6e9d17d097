import 'server-only'
import { forbidden } from '@/domain/errors'
import { readOnwards } from '@/domain/list/queries'
import type { Keyset } from '@/domain/list/table'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db, sqlPool } from '@/prisma/client'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { troubledMailList } from './list'
import type { MailOverview } from './shape'

/** Whether mail is set up, how much of it waits, and what could not be sent, the newest first. */
export async function mailOverview(actor: Actor, page: { after?: Keyset } = {}): Promise<MailOverview> {
  if (!may(actor, 'manageMail')) throw forbidden()
  const { mail } = settings()
  const server = mail ? { host: mail.host, port: mail.port, from: mail.from } : null
  const waiting = await db().mail.count({ where: { state: 'waiting' } })
  return { server, waiting, ...(await readOnwards(troubledMailList, page)) }
}

/** How many wait to be sent, and since when the one that has been due longest waits. For the metrics of the desk. */
export async function mailQueue(): Promise<{ waiting: number; dueSince: Date | null }> {
  const { rows } = await sqlPool().query<{ waiting: number; dueSince: Date | null }>(
    `select count(*)::int as waiting, min(next_at) filter (where next_at <= $1) as "dueSince"
     from mail where state = 'waiting'`,
    [now()],
  )
  return rows[0] ?? { waiting: 0, dueSince: null }
}
