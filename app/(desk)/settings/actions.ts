'use server'

import type { z } from 'zod'
import { rotateSigningKey } from '@/domain/report/commands'
import { rotateKeySchema } from '@/domain/report/schema'
import { changePassword, makePasswordLink } from '@/domain/password/commands'
import { changePasswordSchema, makePasswordLinkSchema, passwordAddress } from '@/domain/password/schema'
import { endOtherSessions, endSessionOf } from '@/domain/session/commands'
import { endOtherSessionsSchema, endSessionSchema } from '@/domain/session/schema'
import { addUser, changeUser, makeToken, revokeToken } from '@/domain/user/commands'
import { addUserSchema, changeUserSchema, makeTokenSchema, revokeTokenSchema } from '@/domain/user/schema'
import { changeWording } from '@/domain/wording/commands'
import { changeWordingSchema } from '@/domain/wording/schema'
import { formAction } from '@/services/action'
import { currentSession } from '@/services/session'
import { settings } from '@/services/settings'

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

/** Answers with the address to hand on. */
export async function makePasswordLinkAction(input: z.input<typeof makePasswordLinkSchema>) {
  return formAction(makePasswordLinkSchema, async (actor, asked) => {
    const { token, expiresAt } = await makePasswordLink(actor, asked)
    return { address: passwordAddress(settings().publicUrl, token), expiresAt: expiresAt.toISOString() }
  })(input)
}

export async function endSessionAction(input: z.input<typeof endSessionSchema>) {
  return formAction(endSessionSchema, endSessionOf)(input)
}

export async function endOtherSessionsAction(input: z.input<typeof endOtherSessionsSchema>) {
  return formAction(endOtherSessionsSchema, async (actor) => {
    const session = await currentSession()
    return session ? endOtherSessions(actor, { keep: session.sessionId }) : 0
  })(input)
}

export async function rotateKeyAction(input: z.input<typeof rotateKeySchema>) {
  return formAction(rotateKeySchema, rotateSigningKey)(input)
}
