import 'server-only'
import { refusalOf } from '@/domain/refusal/queries'
import { log } from '@/services/log'
import { sendMail, type MailOptions } from '@/services/outbound/mail'
import { startRounds } from '@/services/rounds'
import { settings, type MailServer } from '@/services/settings'
import { settleMail, takeMail, type TakenMail } from './commands'
import { htmlOf, LANES } from './rules'

/** The pause between two looks for due mail. */
const POLL_MS = 1_000

export type SendingOptions = MailOptions & {
  /** Stops taking mails; those under way continue. */
  until?: AbortSignal
}

/** Sends everything that is due and returns when nothing is left. */
export async function sendDueMail(server: MailServer, options: SendingOptions = {}): Promise<void> {
  const lane = async () => {
    while (!options.until?.aborted) {
      const taken = await takeMail()
      if (!taken) return
      await send(server, taken, options)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

/** A mail whose outcome cannot be stored stays taken until its lease ends. */
async function send(server: MailServer, taken: TakenMail, options: SendingOptions): Promise<void> {
  const { id, messageId, to, language, subject, text, createdAt } = taken
  try {
    const outcome = await sendMail(
      server,
      {
        ...{ id: messageId, to, language, subject, text, at: createdAt },
        fromName: settings().newsroomName,
        html: htmlOf(text, language),
      },
      options,
    )
    await settleMail(taken, outcome)
    const { met, answer } = outcome
    if (met !== 'sent' && met !== 'stopped') log.warn({ mail: id, met, answer }, 'A mail was not sent')
  } catch (error) {
    if (!refusalOf(error)) log.error({ err: error, mail: id }, 'The outcome of a mail could not be stored')
  }
}

/** Sends due mail, now and whenever there is any, until it is told to stop. Without a server it does nothing. */
export function startMail(): { stop: () => Promise<void> } {
  const server = settings().mail
  if (!server) return { stop: () => Promise.resolve() }
  return startRounds(
    (options) => sendDueMail(server, options),
    POLL_MS,
    // The process's watch over the database logs an outage once, not every second.
    (error) => {
      if (!refusalOf(error)) log.error({ err: error }, 'Mail stands still')
    },
  )
}
