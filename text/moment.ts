import { z } from 'zod'

const FIRST_YEAR = 1900
const LAST_YEAR = 9999
/** In characters, including the longest fraction of a second in use. */
const MOMENT_MAX = 64

/**
 * A moment in RFC 3339, with its offset and a four-digit year. Other years are mistakes, and the database reads them
 * differently from JavaScript.
 */
export const moment = z.iso
  .datetime({ offset: true, message: 'notAMoment' })
  .max(MOMENT_MAX, 'notAMoment')
  .transform((value) => new Date(value))
  .refine((date) => date.getUTCFullYear() >= FIRST_YEAR && date.getUTCFullYear() <= LAST_YEAR, 'notAMoment')
