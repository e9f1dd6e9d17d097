'use server'

import type { z } from 'zod'
import { rotateSigningKey } from '@/domain/report/commands'
import { rotateKeySchema } from '@/domain/report/schema'
import { addUser, changePassword, changeUser, makeToken, revokeToken } from '@/domain/user/commands'
import {
  addUserSchema,
  changePasswordSchema,
  changeUserSchema,
  makeTokenSchema,
  revokeTokenSchema,
} from '@/domain/user/schema'
import { changeWording } from '@/domain/wording/commands'
import { changeWordingSchema } from '@/domain/wording/schema'
import { formAction } from '@/services/action'

export async function makeTokenAction(input: z.input<typeof makeTokenSchema>) {
  return formAction(makeTokenSchema, makeToken)(input)
}

export async function revokeTokenAction(input: z.input<typeof revokeTokenSchema>) {
  return formAction(revokeTokenSchema, revokeToken)(input)
}

export async function changePasswordAction(input: z.input<typeof changePasswordSchema>) {
  return formAction(changePasswordSchema, changePassword)(input)
}

export async function changeWordingAction(input: z.input<typeof changeWordingSchema>) {
  return formAction(changeWordingSchema, changeWording)(input)
}

export async function addUserAction(input: z.input<typeof addUserSchema>) {
  return formAction(addUserSchema, addUser)(input)
}

export async function changeUserAction(input: z.input<typeof changeUserSchema>) {
  return formAction(changeUserSchema, changeUser)(input)
}

export async function rotateKeyAction(input: z.input<typeof rotateKeySchema>) {
  return formAction(rotateKeySchema, rotateSigningKey)(input)
}
