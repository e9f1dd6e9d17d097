import { z } from 'zod'

const FIRST_YEAR = 1900
const LAST_YEAR = 9999
/** In characters, with a fraction of a second as long as anybody writes it. */
const MOMENT_MAX = 64

/**
 * A moment as RFC 3339 writes it, with its offset, in years of four digits: others are slips, and the database takes
 * them differently from JavaScript.
 */
export const moment = z.iso
  .datetime({ offset: true, message: 'notAMoment' })
  .max(MOMENT_MAX, 'notAMoment')
  .transform((value) => new Date(value))
  .refine((date) => date.getUTCFullYear() >= FIRST_YEAR && date.getUTCFullYear() <= LAST_YEAR, 'notAMoment')
