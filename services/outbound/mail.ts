import { createTransport, type NodemailerError } from 'nodemailer'
import type { MailServer } from '@/services/settings'
import { isReserved } from './reserved'

/** One mail to one address, as it is sent. */
export type MailMessage = {
  /** The Message-ID without its brackets. A second sending has the same, so that it is recognised as the same mail. */
  id: string
  to: string
  /** The name beside the desk's own address. */
  fromName: string
  language: string
  subject: string
  text: string
  html: string
  /** When it was written. */
  at: Date
}

/**
 * What an attempt met. `refused` is final: the server will never take this mail for this address. So is `reserved`: the
 * address belongs to nobody, and the server was not asked. All others may pass later. `stopped` when the desk itself gave up.
 */
export type MailOutcome = {
  met:
    | 'sent'
    | 'refused'
    | 'address'
    | 'reserved'
    | 'deferred'
    | 'sender'
    | 'login'
    | 'encryption'
    | 'timeout'
    | 'unreachable'
    | 'broken_off'
    | 'stopped'
  /** The server's last words, if it said any. */
  answer: string
}

export type MailOptions = {
  /** Aborts a running attempt. */
  stop?: AbortSignal
  /** The longest wait for the connection, the greeting, any answer, and the whole attempt. */
  milliseconds?: { connection: number; greeting: number; answer: number; all: number }
}

/**
 * A server may check a message for minutes before it acknowledges it. Whoever gives up earlier sends it twice (RFC
 * 5321, 4.5.3.2.6).
 */
const MILLISECONDS = { connection: 15_000, greeting: 30_000, answer: 180_000, all: 240_000 }
const MAX_REPLY_BYTES = 16_384
const MAX_ANSWER = 300

const isThisMachine = (host: string) => /^(localhost|127(\.\d+){3}|::1)$/.test(host)

function transportOf(server: MailServer, times: typeof MILLISECONDS) {
  const { host, port, secure, user, password } = server
  return createTransport({
    host,
    port,
    secure,
    // A password must not be read by whoever stands between.
    requireTLS: !secure && user !== undefined && !isThisMachine(host),
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    connectionTimeout: times.connection,
    dnsTimeout: times.connection,
    greetingTimeout: times.greeting,
    socketTimeout: times.answer,
    maxResponseSize: MAX_REPLY_BYTES,
  })
}

/** Sends a mail once. It counts as sent when the server has acknowledged the whole message, and only then. */
export async function sendMail(
  server: MailServer,
  mail: MailMessage,
  { stop, milliseconds = MILLISECONDS }: MailOptions = {},
): Promise<MailOutcome> {
  if (!server.toReserved && isReserved(mail.to)) return { met: 'reserved', answer: '' }
  const timeout = AbortSignal.timeout(milliseconds.all)
  try {
    const { response } = await transportOf(server, milliseconds).sendMail({
      messageId: `<${mail.id}>`,
      date: mail.at,
      from: { name: mail.fromName, address: server.from },
      to: { name: '', address: mail.to },
      envelope: { from: server.from, to: [mail.to] },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
      disableFileAccess: true,
      disableUrlAccess: true,
      signal: stop ? AbortSignal.any([timeout, stop]) : timeout,
    })
    return { met: 'sent', answer: said(response) }
  } catch (error) {
    if (stop?.aborted) return { met: 'stopped', answer: '' }
    if (timeout.aborted) return { met: 'timeout', answer: '' }
    return { met: metBy(error as NodemailerError), answer: said((error as NodemailerError).response) }
  }
}

/** The server's words in one line. */
const said = (response: string | undefined) =>
  (response ?? '')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_ANSWER)
    .toWellFormed()

/**
 * What an error means for the mail. A 5xx answer to the recipient or to the message is about this mail. The same to the
 * greeting, the password or the sender's address is about the desk's settings, which somebody can mend.
 */
export function metBy(error: NodemailerError): Exclude<MailOutcome['met'], 'sent' | 'stopped' | 'reserved'> {
  const { code, command, responseCode, permanent, originalCode } = error
  switch (code) {
    case 'EENVELOPE':
      if (responseCode === undefined) return 'address'
      if (responseCode === 530 || responseCode === 535) return 'login'
      if (command === 'MAIL FROM') return permanent ? 'sender' : 'deferred'
      return permanent ? 'refused' : 'deferred'
    case 'EMESSAGE':
      return permanent === false ? 'deferred' : 'refused'
    case 'EAUTH':
    case 'ENOAUTH':
      return 'login'
    case 'ETLS':
    case 'EREQUIRETLS':
      return 'encryption'
    case 'ETIMEDOUT':
      return 'timeout'
    case 'EDNS':
      return 'unreachable'
    case 'ESOCKET':
      if (/CERT|TLS|SSL|SIGNED/.test(originalCode ?? '')) return 'encryption'
      return originalCode === 'ECONNRESET' || originalCode === 'EPIPE' ? 'broken_off' : 'unreachable'
    default:
      return responseCode === undefined ? 'broken_off' : 'deferred'
  }
}
