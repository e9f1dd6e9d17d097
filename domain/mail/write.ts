import 'server-only'
import { normalEmail } from '@/domain/user/schema'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { settings } from '@/services/settings'
import { subjectLine } from './rules'

export type NewMail = {
  /** What it tells and to whom. The same key is queued once ever, however often it is asked for. */
  key: string
  /** One address. */
  to: string
  language: string
  subject: string
  text: string
  /** Not to be sent before this moment; now, by default. */
  notBefore?: Date
}

/**
 * Queues mails inside the transaction of what they tell; a worker sends them after it. So a rolled-back change sends
 * nothing, and a committed one loses nothing. A mail to an unusable address is stored as failed, so that it ends no
 * change and is still told.
 * @returns false when no server is set up for mail: then nothing is queued
 */
export async function queueMails(tx: Tx, mails: readonly NewMail[]): Promise<boolean> {
  const server = settings().mail
  if (!server) return false
  const at = now()
  const [, domain = 'localhost'] = server.from.split('@')
  await tx.mail.createMany({
    skipDuplicates: true,
    data: mails.map(({ key, to, language, subject, text, notBefore }) => {
      const id = newId()
      const address = normalEmail(to)
      const mail = { id, key, language, subject: subjectLine(subject), text, createdAt: at }
      const messageId = `${id}@${domain}`
      return address === null
        ? { ...mail, messageId, to, state: 'failed' as const, problem: 'address', nextAt: null }
        : { ...mail, messageId, to: address, nextAt: notBefore && notBefore > at ? notBefore : at }
    }),
  })
  return true
}

/** Queues one mail, as `queueMails` does. */
export const queueMail = (tx: Tx, mail: NewMail): Promise<boolean> => queueMails(tx, [mail])
