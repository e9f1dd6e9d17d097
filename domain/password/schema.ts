import { z } from 'zod'
import { wellFormed } from '@/text/wellformed'
import { newPassword, PASSWORD_MAX_BYTES } from '@/domain/user/schema'

export const changePasswordSchema = z.object({
  current: wellFormed(z.string().max(PASSWORD_MAX_BYTES)),
  password: newPassword,
})
export const makePasswordLinkSchema = z.object({ id: z.uuid() })
export const setPasswordSchema = z.object({ token: wellFormed(z.string().max(200)), password: newPassword })

/** The address where the holder of the secret sets a password. */
export const passwordAddress = (origin: string, token: string) => `${origin}/new-password?token=${token}`

export const newPasswordAddressSchema = setPasswordSchema.pick({ token: true }).partial()
