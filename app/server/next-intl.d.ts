import type { formats } from './formats'
import type { Locale } from '@/text/locale'
import type { Messages } from '@/services/messages'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
    Formats: typeof formats
  }
}
