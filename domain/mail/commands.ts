import 'server-only'
import { db, sqlPool } from '@/prisma/client'
import { now } from '@/services/clock'
import type { MailOutcome } from '@/services/outbound/mail'
import { afterAttempt, LEASE_MS } from './rules'

/** A mail that this process may send until its lease ends. */
export type TakenMail = {
  id: string
  messageId: string
  to: string
  language: string
  subject: string
  text: string
  createdAt: Date
  /** Includes the attempt that is about to begin. */
  attempts: number
}

/**
 * Takes the mail that has been due longest. Nobody else gets it before its lease ends. If the process dies during the
 * attempt, the mail can be taken again after that.
 */
export async function takeMail(): Promise<TakenMail | null> {
  const at = now()
  const { rows } = await sqlPool().query<TakenMail>(
    `with due as (
       select id from mail
       where state = 'waiting' and next_at <= $1
       order by next_at, id limit 1
       for update skip locked
     )
     update mail m set attempts = m.attempts + 1, next_at = $2
     from due where m.id = due.id
     returning m.id, m.message_id as "messageId", m."to", m.language, m.subject, m.text,
       m.created_at as "createdAt", m.attempts`,
    [at, new Date(at.getTime() + LEASE_MS)],
  )
  return rows[0] ?? null
}

/**
 * Stores the outcome of an attempt, unless another attempt has begun meanwhile. The words of a mail that was sent are
 * forgotten.
 */
export async function settleMail(taken: TakenMail, outcome: MailOutcome): Promise<void> {
  const standing = afterAttempt(taken.attempts, outcome, now())
  await db().mail.updateMany({
    where: { id: taken.id, state: 'waiting', attempts: taken.attempts },
    data: { ...standing, ...(standing.state === 'sent' && { text: '' }) },
  })
}
