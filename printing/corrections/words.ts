import type { PublishedCorrection } from '@/domain/published-correction/list'
import { localeOf, type Locale } from '@/text/locale'
import { messagesOf } from '@/services/messages'

export const kindLabel = (kind: PublishedCorrection['kind'], locale: Locale) =>
  messagesOf(locale).readers.kind[kind]

/** What a correction is called where it stands away from its article. */
export const headlineOf = ({ kind, article }: PublishedCorrection, locale: Locale) =>
  `${kindLabel(kind, localeOf(article.language, locale))}: ${article.title}`

/** Where readers find a correction for good. */
export const correctionUrl = (publicUrl: string, number: number) => `${publicUrl}/corrections/${number}`
