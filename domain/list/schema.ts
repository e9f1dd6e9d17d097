import { z } from 'zod'
import { asciiDigits } from '@/text/digits'
import { listOf } from '@/text/list'
import { UUID } from '@/text/uuid'
import { wellFormed } from '@/text/wellformed'

const ID_MAX = 36
const LIMIT_MAX = 200

/** The value in an address that selects rows without a person. */
export const NOBODY = 'none'
/** The value in an address that stands for whoever reads it. */
export const ME = 'me'
const UUID_OR_NOBODY = new RegExp(`^${NOBODY}$|${UUID.source}`, 'i')
const UUID_NOBODY_OR_ME = new RegExp(`^${ME}$|${UUID_OR_NOBODY.source}`, 'i')

/** The values between commas, without blanks. */
export const parts = (value: string) =>
  value
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

const several = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) => [...new Set(parts(value))])

const idsLike = (pattern: RegExp) =>
  several(2_000).pipe(listOf(z.string().max(ID_MAX).regex(pattern, 'notAnId'), 50))

export const ids = idsLike(UUID)
export const people = idsLike(UUID_OR_NOBODY)
export const peopleOrMe = idsLike(UUID_NOBODY_OR_ME)

export const choicesOf = <T extends string>(allowed: readonly T[]) =>
  several(400).pipe(listOf(z.enum(allowed), 20))

/** Names that form no fixed set, such as those of desks. */
export const names = several(1_000).pipe(listOf(wellFormed(z.string().min(1).max(80)), 50))

/** The id of a row, which names it in lists that need no encoded cursor. */
export const rowId = z.uuid('cursorInvalid')

/** The number of a record, as an address writes it. */
export const recordNumber = z
  .string()
  .max(9)
  .regex(/^[1-9]\d*$/, 'wrongFormat')
  .transform(Number)

/** The number of rows on a page, in any digits. */
export const limit = z
  .string()
  .max(20)
  .transform(asciiDigits)
  .pipe(z.string().regex(/^-?\d{1,9}$/, 'wrongFormat'))
  .transform(Number)
  .pipe(z.number().int().min(1).max(LIMIT_MAX))
