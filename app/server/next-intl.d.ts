import type { formats } from './formats'
import type { Locale } from '@/text/locale'
import type { Messages } from '@/messages/en'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
    Formats: typeof formats
  }
}
