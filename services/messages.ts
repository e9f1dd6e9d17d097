import type { Locale } from '@/text/locale'
import ar from '@/messages/ar'
import en from '@/messages/en'
import type { Messages } from '@/messages/en'

const MESSAGES: Record<Locale, Messages> = { en, ar }

/** Every word of the interface in one language. */
export const messagesOf = (locale: Locale): Messages => MESSAGES[locale]
