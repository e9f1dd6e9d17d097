import { z } from 'zod'
import { nameOf, wellFormed } from '@/text/wellformed'
import { ROLES } from './policy'

const MARKS = /[\p{Cf}\s]/gu
const ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/

const EMAIL_MAX = 320

/** The longest password, in bytes of UTF-8. argon2id reads all of them, so no password is cut. */
export const PASSWORD_MAX_BYTES = 1024
export const PASSWORD_MIN_CHARACTERS = 12

/**
 * The email address as it is compared and stored: without invisible characters at the ends, in ASCII lower case. Null
 * when it is invalid. Letters outside ASCII are refused, because they allow look-alikes (Kelvin sign, dotless i).
 */
export function normalEmail(input: string): string | null {
  if (input.length > EMAIL_MAX) return null
  const trimmed = input.replace(/^[\p{Cf}\s]+|[\p{Cf}\s]+$/gu, '')
  if (MARKS.test(trimmed)) {
    MARKS.lastIndex = 0
    return null
  }
  const lower = trimmed.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  return ADDRESS.test(lower) ? lower : null
}

/** The password as it is hashed: in NFC, not trimmed. Null when it can never be valid. */
export function normalPassword(input: string): string | null {
  if (input.length > PASSWORD_MAX_BYTES || input.includes('\0')) return null
  const normal = input.normalize('NFC')
  return new TextEncoder().encode(normal).length <= PASSWORD_MAX_BYTES ? normal : null
}

export const email = z
  .string('required')
  .max(EMAIL_MAX, 'notAnEmail')
  .transform((value, ctx) => {
    const normal = normalEmail(value)
    if (normal === null) ctx.addIssue({ code: 'custom', message: 'notAnEmail' })
    return normal ?? ''
  })

export const newPassword = wellFormed(
  z.string('required').max(PASSWORD_MAX_BYTES, 'passwordTooLong'),
).transform((value, ctx) => {
  const normal = normalPassword(value)
  if (normal === null) ctx.addIssue({ code: 'custom', message: 'passwordTooLong' })
  else if ([...normal].length < PASSWORD_MIN_CHARACTERS)
    ctx.addIssue({ code: 'custom', message: 'passwordTooShort' })
  return normal ?? ''
})

export const personName = nameOf(120)

export const firstAdminSchema = z.object({
  token: wellFormed(z.string().max(200)),
  email,
  name: personName,
  password: newPassword,
})
export const addUserSchema = z.object({ email, name: personName, role: z.enum(ROLES), password: newPassword })
export const changeUserSchema = z.object({
  id: z.uuid(),
  role: z.enum(ROLES).optional(),
  active: z.boolean().optional(),
})
export const makeTokenSchema = z.object({ name: nameOf(80) })
export const revokeTokenSchema = z.object({ id: z.uuid() })

export const setupAddressSchema = firstAdminSchema.pick({ token: true }).partial()
