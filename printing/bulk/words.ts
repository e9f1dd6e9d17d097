import { createTranslator } from 'use-intl/core'
import { formatTag, type Locale } from '@/text/locale'
import { messagesOf } from '@/services/messages'

/** The words of an export in one language, always with Western digits. */
export function exportWords(locale: Locale) {
  const { common, exporting } = messagesOf(locale)
  return createTranslator({ locale: formatTag(locale) as Locale, messages: { common, exporting } })
}

export type ExportWords = ReturnType<typeof exportWords>
