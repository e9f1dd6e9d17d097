import { z } from 'zod'
import { LOCALES } from '@/text/locale'

/** The language of the events. */
export const makeCalendarSchema = z.object({ language: z.enum(LOCALES) })
export const revokeCalendarSchema = z.object({})

/** 24 random bytes in base64url. */
export const calendarSecretSchema = z
  .string()
  .max(32)
  .regex(/^[\w-]{32}$/, 'wrongFormat')

/** The address that a calendar program reads. Its folder is also named by the limits of entrances. */
export const calendarAddress = (origin: string, secret: string) => `${origin}/calendar/${secret}/due-work.ics`
