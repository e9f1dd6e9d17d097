'use server'

import type { z } from 'zod'
import { setPassword } from '@/domain/password/commands'
import { setPasswordSchema } from '@/domain/password/schema'
import { openAction } from '@/services/action'

export async function setPasswordAction(input: z.input<typeof setPasswordSchema>) {
  return openAction(setPasswordSchema, setPassword, 'oneTimeAddress')(input)
}
