'use server'

import { keepPreference } from '@/app/server/request'
import { isLocale, LOCALE_COOKIE } from '@/text/locale'
import { COLOURS_COOKIE, isColours } from './colours'

/** The browser keeps this preference, not the desk, so it needs no permission and writes no history. */
export async function setLanguage(locale: string): Promise<void> {
  if (isLocale(locale)) await keepPreference(LOCALE_COOKIE, locale)
}

export async function setColours(colours: string): Promise<void> {
  if (isColours(colours)) await keepPreference(COLOURS_COOKIE, colours)
}
