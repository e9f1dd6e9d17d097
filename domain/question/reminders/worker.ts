import 'server-only'
import { refusalOf } from '@/domain/refusal/queries'
import { mailReminder } from '@/domain/question/mail/write'
import { DAY_MS, reminderAt } from '@/domain/question/rules'
import { db } from '@/prisma/client'
import { now } from '@/services/clock'
import { log } from '@/services/log'
import { mailIsSetUp } from '@/services/mail'
import { startRounds } from '@/services/rounds'
import { inTransaction } from '@/services/transaction'

/** The pause between two looks for questions to remind of. */
const POLL_MS = 60_000
/** How many questions one look takes up; the next one follows soon. */
const AT_ONCE = 200

const select = {
  ...{ id: true, name: true, email: true, language: true, text: true, hash: true },
  ...{ dueAt: true, expiresAt: true },
  article: { select: { title: true, confidential: true } },
} as const

/** Queues reminders of what is due within a day or has just become due, and has no answer. Each is queued once. */
export async function remindOfQuestions(): Promise<void> {
  if (!mailIsSetUp()) return
  const at = now()
  const within = { gt: new Date(at.getTime() - DAY_MS), lte: new Date(at.getTime() + DAY_MS) }
  const waiting = await db().question.findMany({
    where: { dueAt: within, revokedAt: null, answers: { none: {} }, email: { not: '' } },
    orderBy: { dueAt: 'asc' },
    take: AT_ONCE,
    select,
  })
  for (const { dueAt, ...question } of waiting) {
    const which = reminderAt({ ...question, dueAt }, at)
    if (which && dueAt) await inTransaction((tx) => mailReminder(tx, { ...question, dueAt }, which))
  }
}

/** Reminds of questions until it is told to stop. */
export const startReminders = (): { stop: () => Promise<void> } =>
  startRounds(remindOfQuestions, POLL_MS, (error) => {
    // The process's watch over the database logs an outage once.
    if (!refusalOf(error)) log.error({ err: error }, 'Reminders of questions stand still')
  })
