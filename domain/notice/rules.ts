import { addDays, dayIn, momentAt, wallClockIn } from '@/domain/calendar/clock'

export const NOTICE_KINDS = ['assigned', 'sent_back', 'mentioned', 'answered', 'due', 'overdue'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export const MAIL_CHOICES = ['at_once', 'daily', 'off'] as const
export type MailChoice = (typeof MAIL_CHOICES)[number]

/** Hours on the newsroom's clock, HH:MM, in which no mail is sent. They may pass midnight. */
export type QuietHours = { from: string; to: string }

export type Choices = { mail: Record<NoticeKind, MailChoice>; quiet: QuietHours | null }

/** For people who have chosen nothing. What is overdue was told when it was due, and can wait for the morning. */
export const FIRST_CHOICES: Choices = {
  mail: {
    assigned: 'at_once',
    sent_back: 'at_once',
    mentioned: 'at_once',
    answered: 'at_once',
    due: 'at_once',
    overdue: 'daily',
  },
  quiet: null,
}

/** When the daily mail is sent, on the newsroom's clock. */
export const DAILY_AT = '08:00'

/**
 * How long assignments by one person are gathered into one notice. Its mail waits as long, so that it says of them all.
 */
export const GATHER_MS = 60_000

/** How long before its due time a claim counts as due soon. */
export const SOON_MS = 2 * 3_600_000

/** How long ago a claim may have become overdue and still be told. */
export const LATE_MS = 7 * 86_400_000

/** The longest excerpt of what somebody said, in UTF-16 units. */
export const WORDS_MAX = 500

export const excerpt = (text: string) =>
  text.length > WORDS_MAX
    ? `${text
        .slice(0, WORDS_MAX - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')
        .trimEnd()}…`
    : text

type Heard = { verb: string; actorId: string; after?: { assigneeId?: string | null } }
/**
 * What the line itself does not say: whose verdict was sent back, whom a comment names, who had written there, and who
 * asked somebody outside. An answer from outside is written in the name of who asked, who is told of it all the same.
 */
export type Around = {
  sentBackTo?: string | null
  named?: readonly string[]
  spoke?: readonly string[]
  asked?: string | null
}
export type Told = { personId: string; kind: NoticeKind }

/** What somebody without an account does. */
export const FROM_OUTSIDE = 'question.answered'

const PLANNING: readonly string[] = ['claim.planned', 'claim.reviewed', 'claim.finding_written']

/** Whether a line may tell somebody something. */
export const mayTell = (verb: string): boolean =>
  PLANNING.includes(verb) || ['claim.sent_back', 'comment.written', FROM_OUTSIDE].includes(verb)

/** Who is told of a line, and as what: nobody of their own act, and nobody twice. */
export function toldOf(
  { verb, actorId, after }: Heard,
  { sentBackTo, named = [], spoke = [], asked }: Around,
): Told[] {
  if (verb === FROM_OUTSIDE) return asked ? [{ personId: asked, kind: 'answered' }] : []
  const all: { personId?: string | null; kind: NoticeKind }[] = []
  if (PLANNING.includes(verb)) all.push({ personId: after?.assigneeId, kind: 'assigned' })
  if (verb === 'claim.sent_back') all.push({ personId: sentBackTo, kind: 'sent_back' })
  if (verb === 'comment.written') {
    all.push(...named.map((personId) => ({ personId, kind: 'mentioned' as const })))
    all.push(...spoke.map((personId) => ({ personId, kind: 'answered' as const })))
  }
  const told = new Map<string, Told>()
  for (const { personId, kind } of all)
    if (personId && personId !== actorId && !told.has(personId)) told.set(personId, { personId, kind })
  return [...told.values()]
}

/** Whether clocks that show this time of day are within the quiet hours. Hours that begin when they end are none. */
function isQuiet(time: string, { from, to }: QuietHours): boolean {
  if (from < to) return time >= from && time < to
  return from > to && (time >= from || time < to)
}

/** This moment, or the end of the quiet hours that it falls into. */
export function afterQuiet(at: Date, quiet: QuietHours | null, zone: string): Date {
  if (!quiet) return at
  const [day = '', time = ''] = wallClockIn(at, zone).split('T')
  if (!isQuiet(time, quiet)) return at
  const end = momentAt(`${day}T${quiet.to}`, zone)
  if (time < quiet.to && end > at) return end
  return addDays(end, 1, zone)
}

/** The next time the daily mail is sent. */
export function nextDaily(at: Date, zone: string): Date {
  const today = momentAt(`${dayIn(at, zone)}T${DAILY_AT}`, zone)
  return today > at ? today : addDays(today, 1, zone)
}

/** When a notice goes by mail, and whether by itself or in the daily one; null when it does not. */
export function mailTime(
  kind: NoticeKind,
  at: Date,
  { mail, quiet }: Choices,
  zone: string,
): { at: Date; daily: boolean } | null {
  if (mail[kind] === 'off') return null
  if (mail[kind] === 'daily') return { at: afterQuiet(nextDaily(at, zone), quiet, zone), daily: true }
  const ready = kind === 'assigned' ? new Date(at.getTime() + GATHER_MS) : at
  return { at: afterQuiet(ready, quiet, zone), daily: false }
}

export type Place = { article: { id: string } | null; claim: { number: number } | null }

/** Where a notice leads, below the desk's address: to its claim, its article, or the reader's own work. */
export function placeOf({ article, claim }: Place): string {
  if (!article) return '/my-work'
  return `/articles/${article.id}${claim ? `/claims/${claim.number}` : ''}`
}
