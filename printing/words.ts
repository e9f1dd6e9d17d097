import { createTranslator } from 'use-intl/core'
import { formatTag, type Locale } from '@/text/locale'
import { messagesOf } from '@/services/messages'

/** The words of a report in one language, always with Western digits. */
export function wordsOf(locale: Locale) {
  const { common, report } = messagesOf(locale)
  return createTranslator({ locale: formatTag(locale) as Locale, messages: { common, report } })
}

export type Words = ReturnType<typeof wordsOf>

/** The name of the language with this tag; the tag itself if it has no name. */
export function languageName(locale: Locale, tag: string): string {
  return new Intl.DisplayNames(formatTag(locale), { type: 'language' }).of(tag) ?? tag
}

/** Formats a moment for people who know the zone. */
export function momentIn(locale: Locale, timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat(formatTag(locale), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  })
  return (at) => format.format(at)
}
