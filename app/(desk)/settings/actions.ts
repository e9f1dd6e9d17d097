'use server'

import { proveHistory } from '@/domain/audit/queries'
import { checkpointSchema } from '@/domain/audit/schema'
import { makeCalendar, revokeCalendar } from '@/domain/due-calendar/commands'
import { calendarAddress, makeCalendarSchema, revokeCalendarSchema } from '@/domain/due-calendar/schema'
import { chooseNotices } from '@/domain/notice/commands'
import { chooseNoticesSchema } from '@/domain/notice/schema'
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
import { formAction, readAction } from '@/app/server/action'
import { currentSession } from '@/app/server/session'
import { settings } from '@/services/settings'

export const makeTokenAction = formAction(makeTokenSchema, makeToken)
export const revokeTokenAction = formAction(revokeTokenSchema, revokeToken)
export const changePasswordAction = formAction(changePasswordSchema, changePassword)
export const changeWordingAction = formAction(changeWordingSchema, changeWording)
export const addUserAction = formAction(addUserSchema, addUser)
export const changeUserAction = formAction(changeUserSchema, changeUser)

export const chooseNoticesAction = formAction(chooseNoticesSchema, chooseNotices)

/** Returns the address that a calendar program reads. */
export const makeCalendarAction = formAction(makeCalendarSchema, async (actor, asked) =>
  calendarAddress(settings().publicUrl, await makeCalendar(actor, asked)),
)
export const revokeCalendarAction = formAction(revokeCalendarSchema, revokeCalendar)

/** Returns the address to hand to the person. */
export const makePasswordLinkAction = formAction(makePasswordLinkSchema, async (actor, asked) => {
  const { token, expiresAt } = await makePasswordLink(actor, asked)
  return { address: passwordAddress(settings().publicUrl, token), expiresAt: expiresAt.toISOString() }
})

export const endSessionAction = formAction(endSessionSchema, endSessionOf)

export const endOtherSessionsAction = formAction(endOtherSessionsSchema, async (actor) => {
  const session = await currentSession()
  return session ? endOtherSessions(actor, { keep: session.sessionId }) : 0
})

export const rotateKeyAction = formAction(rotateKeySchema, rotateSigningKey)

export const proveHistoryAction = readAction(checkpointSchema, proveHistory)
