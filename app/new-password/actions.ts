'use server'

import { setPassword } from '@/domain/password/commands'
import { setPasswordSchema } from '@/domain/password/schema'
import { openAction } from '@/app/server/action'

export const setPasswordAction = openAction(setPasswordSchema, setPassword, 'oneTimeAddress')
