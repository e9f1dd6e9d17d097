import { headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { formats } from './formats'
import { isLocale, LOCALE_COOKIE, preferredLocale } from '@/text/locale'
import { messagesOf } from '@/services/messages'
import { settings } from '@/services/settings'
import { preferenceOf } from './request'

/** The reader's language: their own choice, else the one their browser asks for. */
export default getRequestConfig(async () => {
  const chosen = await preferenceOf(LOCALE_COOKIE)
  const locale = isLocale(chosen) ? chosen : preferredLocale((await headers()).get('accept-language'))
  return { locale, messages: messagesOf(locale), timeZone: settings().newsroomTimeZone, formats }
})
