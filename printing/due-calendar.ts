import ical, { escape, ICalEventTransparency } from 'ical-generator'
import type { DueItem, DueWork } from '@/domain/due-calendar/shape'
import { messagesOf } from '@/services/messages'
import { claimUrl } from './bulk/columns'
import { feedLine } from './corrections/feed-text'

type Desk = { publicUrl: string; newsroom: string }

/** An event ends when its item is due, and is long enough to be seen in a day. */
const LENGTH_MS = 15 * 60_000
/** How soon a program should ask again, in seconds. */
const AGAIN = 15 * 60
/** Programs show one line of a summary. */
const QUOTE_MOST = 200

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** One line, cut between characters. Some programs also end a line at U+0085. */
function line(written: string): string {
  const text = written.replaceAll('\u0085', ' ')
  const whole = Array.from(characters.segment(text.slice(0, QUOTE_MOST * 4)), ({ segment }) => segment)
  const isLong = whole.length > QUOTE_MOST || text.length > QUOTE_MOST * 4
  return feedLine(isLong ? `${whole.slice(0, QUOTE_MOST).join('')}…` : text)
}

const addressOf = ({ kind, article, number }: DueItem, publicUrl: string) =>
  kind === 'claim' ? claimUrl(publicUrl, article.id, number) : `${publicUrl}/corrections-desk/${number}`

/**
 * Due work as iCalendar (RFC 5545). Each item is an event, because few programs show the to-dos of a calendar that
 * they subscribe to; the event leaves the time free. The same items give the same file.
 */
export function dueCalendar({ language, items }: DueWork, { publicUrl, newsroom }: Desk): string {
  const words = messagesOf(language).work.calendar
  const calendar = ical({
    // The library escapes texts of events, but not this one.
    name: escape(
      words.name.replace('{newsroom}', () => feedLine(newsroom)),
      false,
    ),
    prodId: { company: 'Factdesk', product: 'Due work', language: language.toUpperCase() },
    ttl: AGAIN,
  })
  for (const item of items) {
    const title = line(item.article.title)
    calendar.createEvent({
      id: `${item.kind}-${item.id}@factdesk`,
      start: new Date(item.due.getTime() - LENGTH_MS),
      end: item.due,
      summary: words[item.kind].replace('{quote}', () => line(item.quote) || title),
      description: words.article.replace('{title}', () => title),
      url: addressOf(item, publicUrl),
      stamp: item.changedAt,
      lastModified: item.changedAt,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return `${calendar.toString()}\r\n`
}
