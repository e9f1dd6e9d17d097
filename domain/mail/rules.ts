import type { MailOutcome } from '@/services/outbound/mail'
import { localeDirection, localeOf } from '@/text/locale'

/**
 * Seconds between attempts. A server that keeps strangers waiting takes a mail within minutes; one that is away comes
 * back within days. After the last of them a mail has failed.
 */
export const PAUSES = [30, 120, 600, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400] as const

/** How many mails one process sends at once. */
export const LANES = 3

/**
 * How long a mail belongs to the process that took it. Any attempt takes less, so no mail is sent twice at once.
 */
export const LEASE_MS = 300_000

export const MAIL_STATES = ['waiting', 'sent', 'failed'] as const
export type MailState = (typeof MAIL_STATES)[number]

/** Why an attempt sent nothing. */
export const PROBLEMS = [
  'refused',
  'address',
  'reserved',
  'deferred',
  'sender',
  'login',
  'encryption',
  'timeout',
  'unreachable',
  'broken_off',
] as const satisfies readonly MailOutcome['met'][]
export type MailProblem = (typeof PROBLEMS)[number]

/** What no later attempt would change. */
const FINAL: readonly MailOutcome['met'][] = ['refused', 'address', 'reserved'] satisfies MailProblem[]

export type Standing = {
  state: MailState
  attempts: number
  problem: MailProblem | ''
  answer: string
  nextAt: Date | null
  sentAt: Date | null
}

/**
 * The state of a mail after attempt number `attempts`, counted from 1. An attempt that the desk itself broke off,
 * because it stopped, does not count.
 */
export function afterAttempt(attempts: number, { met, answer }: MailOutcome, at: Date): Standing {
  if (met === 'stopped')
    return { state: 'waiting', attempts: attempts - 1, problem: '', answer: '', nextAt: at, sentAt: null }
  if (met === 'sent') return { state: 'sent', attempts, problem: '', answer, nextAt: null, sentAt: at }
  const failed = { attempts, problem: met, answer, sentAt: null }
  const pause = FINAL.includes(met) ? undefined : PAUSES[attempts - 1]
  if (pause === undefined) return { ...failed, state: 'failed', nextAt: null }
  return { ...failed, state: 'waiting', nextAt: new Date(at.getTime() + pause * 1000) }
}

/** Whether a process is sending it now. An attempt is counted when it begins and its problem stored when it ends. */
export const isUnderWay = ({
  state,
  attempts,
  problem,
}: Pick<Standing, 'state' | 'attempts'> & { problem: string }) =>
  state === 'waiting' && attempts > 0 && problem === ''

/** The longest subject, in UTF-16 units; a list of mails shows little more. */
const SUBJECT_MAX = 200

/** A subject in one line: no header can begin in it. */
export function subjectLine(subject: string): string {
  const line = subject.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return (line.length > SUBJECT_MAX ? `${line.slice(0, SUBJECT_MAX - 1).trimEnd()}…` : line).toWellFormed()
}

const ADDRESS = /https?:\/\/[^\s<>"\u2066-\u2069]+/g
const MARKUP: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => MARKUP[sign] ?? sign)

function withLinks(text: string): string {
  let html = ''
  let from = 0
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(/[.,;:!?،؛؟)\]»”]+$/u, '')
    const link = `<a href="${escaped(address)}" dir="ltr">${escaped(address)}</a>`
    html += escaped(text.slice(from, index)) + link
    from = index + address.length
  }
  return html + escaped(text.slice(from))
}

/**
 * The same text as a small page, because plain text does not say its direction: a reader's program would begin an
 * Arabic line that starts with a name in Latin letters at the wrong side.
 */
export function htmlOf(text: string, language: string): string {
  const direction = localeDirection(localeOf(language))
  const paragraphs = text
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => `<p dir="${direction}">${withLinks(one).replaceAll('\n', '<br>\n')}</p>`)
  return [
    '<!doctype html>',
    `<html lang="${escaped(language)}" dir="${direction}">`,
    '<head><meta charset="utf-8"></head>',
    `<body dir="${direction}" style="font-family: sans-serif; line-height: 1.6; text-align: start">`,
    ...paragraphs,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
