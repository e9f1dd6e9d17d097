'use server'

import { keepPreference } from '@/app/server/request'
import { rememberLanguage } from '@/app/server/remember-language'
import { isLocale, LOCALE_COOKIE } from '@/text/locale'
import { COLOURS_COOKIE, isColours } from './colours'

/**
 * The browser keeps this preference, so it needs no permission and writes no history. Of somebody who is signed in the
 * desk keeps it too, for mail.
 */
export async function setLanguage(locale: string): Promise<void> {
  if (!isLocale(locale)) return
  await keepPreference(LOCALE_COOKIE, locale)
  await rememberLanguage(locale)
}

export async function setColours(colours: string): Promise<void> {
  if (isColours(colours)) await keepPreference(COLOURS_COOKIE, colours)
}
