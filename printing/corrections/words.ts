import type { PublishedCorrection } from '@/domain/published-correction/shape'
import { localeOf, type Locale } from '@/text/locale'
import { messagesOf } from '@/services/messages'

export const kindLabel = (kind: PublishedCorrection['kind'], locale: Locale) =>
  messagesOf(locale).readers.kind[kind]

/** The headline of a correction outside its article. */
export const headlineOf = ({ kind, article }: PublishedCorrection, locale: Locale) =>
  `${kindLabel(kind, localeOf(article.language, locale))}: ${article.title}`

/** The permanent address of a correction. */
export const correctionUrl = (publicUrl: string, number: number) => `${publicUrl}/corrections/${number}`
