'use server'

import { keepPreference } from '@/app/server/request'
import { COLOURS_COOKIE, isColours } from '@/components/shell/colours'
import { isLocale, LOCALE_COOKIE } from '@/text/locale'

/** A preference of this browser, not of the desk: no permission is asked and no history written. */
export async function setLanguage(locale: string): Promise<void> {
  if (isLocale(locale)) await keepPreference(LOCALE_COOKIE, locale)
}

export async function setColours(colours: string): Promise<void> {
  if (isColours(colours)) await keepPreference(COLOURS_COOKIE, colours)
}
