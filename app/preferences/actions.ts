'use server'

import { cookies } from 'next/headers'
import { isLocale, LOCALE_COOKIE } from '@/text/locale'
import { COLOURS_COOKIE, isColours } from '@/components/shell/colours'

const YEAR = 365 * 24 * 60 * 60
const kept = { path: '/', maxAge: YEAR, sameSite: 'lax', httpOnly: true } as const

/** A preference of this browser, not of the desk: no permission is asked and no history written. */
export async function setLanguage(locale: string): Promise<void> {
  if (isLocale(locale)) (await cookies()).set(LOCALE_COOKIE, locale, kept)
}

export async function setColours(colours: string): Promise<void> {
  if (isColours(colours)) (await cookies()).set(COLOURS_COOKIE, colours, kept)
}
