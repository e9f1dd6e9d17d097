import 'server-only'
import type { z } from 'zod'
import { forbidden, notFound, ruleBroken } from '@/domain/errors'
import { recordEvent } from '@/domain/history/record'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { db, sqlPool } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { messagesOf } from '@/services/messages'
import type { MailOutcome } from '@/services/outbound/mail'
import { inTransaction } from '@/services/transaction'
import { afterAttempt, isUnderWay, LEASE_MS } from './rules'
import type { resendMailSchema, testMailSchema } from './schema'
import { queueMail } from './write'

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
     update mail m set attempts = m.attempts + 1, problem = '', answer = '', next_at = $2
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

/** Queues a mail to oneself, to see whether the server takes it. @throws DomainError `rule` without a server */
export async function sendTestMail(
  actor: Actor,
  { language }: z.output<typeof testMailSchema>,
): Promise<void> {
  if (!may(actor, 'manageMail')) throw forbidden()
  const { testSubject: subject, testText: text } = messagesOf(language).mail
  const key = `test:${newId()}`
  await inTransaction(async (tx) => {
    const { email: to } = await tx.user.findUniqueOrThrow({
      where: { id: actor.id },
      select: { email: true },
    })
    if (!(await queueMail(tx, { key, to, language, subject, text }))) throw ruleBroken('', 'mailNotSetUp')
    const { id } = await tx.mail.findUniqueOrThrow({ where: { key }, select: { id: true } })
    await recordEvent(tx, { actor, verb: 'mail.tested', subjectId: id })
  })
}

/**
 * Sends a mail again that could not be sent, under its Message-ID, starting over at the first attempt. One that was
 * sent, or is being sent, is left alone.
 */
export async function resendMail(actor: Actor, { id }: z.output<typeof resendMailSchema>): Promise<void> {
  if (!may(actor, 'manageMail')) throw forbidden()
  await inTransaction(async (tx) => {
    await tx.$queryRaw`select 1 from mail where id = ${id}::uuid for update`
    const mail = await tx.mail.findUnique({ where: { id } })
    if (!mail) throw notFound()
    if (mail.state === 'sent' || (mail.state === 'waiting' && mail.attempts === 0)) return
    if (isUnderWay(mail)) throw ruleBroken('id', 'mailUnderWay')
    const again = { state: 'waiting', attempts: 0, problem: '', answer: '', nextAt: now() } as const
    await tx.mail.update({ where: { id }, data: again })
    await recordEvent(tx, { actor, verb: 'mail.resent', subjectId: id })
  })
}
