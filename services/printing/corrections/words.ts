import type { PublishedCorrection } from '@/domain/published-correction/list'
import { isLocale, type Locale } from '@/services/locale'
import { messagesOf } from '@/services/messages'

/** The language a correction's own labels are in: its article's where we speak it, else the reader's. */
export function localeOf(language: string, locale: Locale): Locale {
  const [primary] = language.toLowerCase().split('-')
  return isLocale(primary) ? primary : locale
}

export const kindLabel = (kind: PublishedCorrection['kind'], locale: Locale) =>
  messagesOf(locale).readers.kind[kind]

/** What a correction is called where it stands away from its article. */
export const headlineOf = ({ kind, article }: PublishedCorrection, locale: Locale) =>
  `${kindLabel(kind, localeOf(article.language, locale))}: ${article.title}`

/** Where readers find a correction for good. */
export const correctionUrl = (publicUrl: string, number: number) => `${publicUrl}/corrections/${number}`
