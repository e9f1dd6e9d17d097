import 'server-only'
import { dayIn, startOfDay } from '@/domain/calendar/clock'
import { queueMails } from '@/domain/mail/write'
import { refusalOf } from '@/domain/refusal/queries'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { log } from '@/services/log'
import { startRounds } from '@/services/rounds'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import { dailyMail } from './mail-text'
import { noticeWords, openListeners, openNotices } from './open'
import { LATE_MS, SOON_MS, type NoticeKind } from './rules'
import { tell } from './write'

/** The pause between two looks at due times and daily mails. */
const POLL_MS = 30_000
/** The most claims, or notices for daily mails, that one transaction handles. */
const AT_ONCE = 2_000
/** Runs `work` alone among all instances; when another one is at it, not at all. */
async function alone(work: (tx: Tx) => Promise<boolean>): Promise<boolean> {
  return inTransaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ got: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtextextended('factdesk.notices', 0)) as got`
    return lock?.got ? work(tx) : false
  })
}

type DueClaim = { id: string; articleId: string; personId: string; due: Date }

/**
 * Unreviewed claims of somebody that are due in this span and of which this was not told yet: not with this due time,
 * and not today.
 */
const untold = (tx: Tx, kind: NoticeKind, from: Date, until: Date, today: Date) => tx.$queryRaw<DueClaim[]>`
  select c.id, c.article_id as "articleId", c.assignee_id as "personId", c.due
  from claim c
    join article a on a.id = c.article_id
    join "user" u on u.id = c.assignee_id and u.deactivated_at is null
  where c.status = 'unreviewed' and c.withdrawn_at is null
    and c.due > ${from} and c.due <= ${until} and a.state <> 'archived'
    and not exists (
      select 1 from notice_claim t join notice n on n.id = t.notice_id
      where t.claim_id = c.id and n.person_id = c.assignee_id and n.kind = ${kind}::"NoticeKind"
        and (t.due = c.due or n.at >= ${today}))
  order by c.due, c.id
  limit ${AT_ONCE}`

/** Tells each person of the claims that have become due, in one notice. @returns whether more are left */
async function tellOf(tx: Tx, kind: 'due' | 'overdue'): Promise<boolean> {
  const at = now()
  const zone = settings().newsroomTimeZone
  const [from, until] =
    kind === 'due' ? [at, new Date(at.getTime() + SOON_MS)] : [new Date(at.getTime() - LATE_MS), at]
  const claims = await untold(tx, kind, from, until, startOfDay(dayIn(at, zone), zone))
  const people = [...new Set(claims.map(({ personId }) => personId))]
  await tell(
    tx,
    people.map((personId) => ({
      ...{ personId, kind, byId: null },
      claims: claims.filter((one) => one.personId === personId),
    })),
  )
  return claims.length === AT_ONCE
}

/** Queues the daily mails whose time has come: for each person one mail, of what is still unread. */
async function queueDaily(tx: Tx): Promise<boolean> {
  const due = await tx.notice.findMany({
    where: { dailyAt: { lte: now() } },
    orderBy: { id: 'asc' },
    take: AT_ONCE,
    select: { id: true, personId: true, readAt: true },
  })
  if (due.length === 0) return false
  const unread = due.filter(({ readAt }) => !readAt)
  const notices = await openNotices(
    tx,
    unread.map(({ id }) => id),
  )
  const people = await openListeners(
    tx,
    unread.map(({ personId }) => personId),
  )
  const mails = [...people.values()].map(({ id, email, language }) => {
    const own = notices.filter(({ personId }) => personId === id)
    const text = dailyMail(noticeWords(language), settings().publicUrl, own)
    return { key: `notices:${id}:${own.at(-1)?.id}`, to: email, language, ...text }
  })
  await queueMails(tx, mails)
  await tx.notice.updateMany({ where: { id: { in: due.map(({ id }) => id) } }, data: { dailyAt: null } })
  return due.length === AT_ONCE
}

/** Tells of what is due and overdue, and queues daily mails, until nothing is left. */
export async function tellInTime(): Promise<void> {
  while (await alone((tx) => tellOf(tx, 'due')));
  while (await alone((tx) => tellOf(tx, 'overdue')));
  while (await alone(queueDaily));
}

/** Does so now and every half minute, until it is told to stop. */
export function startNotices(): { stop: () => Promise<void> } {
  return startRounds(tellInTime, POLL_MS, (error) => {
    if (!refusalOf(error)) log.error({ err: error }, 'Notices of what is due stand still')
  })
}
