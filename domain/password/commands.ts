import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { z } from 'zod'
import { DomainError, forbidden, invalid, limited, notFound } from '@/domain/errors'
import { recordEvent } from '@/domain/history/record'
import { may } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { endSessions, revokeTokens } from '@/domain/user/write'
import type { Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { forget, subjectOf, take } from '@/services/limits/take'
import { logAccess } from '@/services/log'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import type { changePasswordSchema, makePasswordLinkSchema, setPasswordSchema } from './schema'
import { requireStrong } from './strength'

export const LINK_LIFE_MS = 24 * 60 * 60_000

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Sets a new password and ends everything that the old one opened: sessions, API tokens and one-time addresses. */
async function replacePassword(tx: Tx, userId: string, password: string): Promise<number> {
  await tx.user.update({
    where: { id: userId },
    data: { passwordHash: await hash(password), sessionVersion: { increment: 1 } },
  })
  await endSessions(tx, userId)
  return revokeTokens(tx, userId)
}

/** Changes one's own password. Every session ends, including this one, and so does every API token. */
export async function changePassword(
  actor: Actor,
  input: z.output<typeof changePasswordSchema>,
): Promise<void> {
  const subject = subjectOf('account', actor.id)
  const taken = await take('presentPassword', subject)
  if (!taken.ok) throw limited(taken.retryAfterSeconds)
  await inTransaction(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({ where: { id: actor.id } })
    if (!(await verify(user.passwordHash, input.current.normalize('NFC'))))
      throw invalid([{ path: 'current', key: 'passwordWrong' }])
    requireStrong(input.password, user, settings().newsroomName)
    const tokensRevoked = await replacePassword(tx, user.id, input.password)
    await recordEvent(tx, {
      actor,
      verb: 'user.password_changed',
      subjectId: user.id,
      after: { tokensRevoked },
    })
  })
  await forget('presentPassword', subject)
  logAccess('password_changed', { person: actor.id })
}

/** Makes the one-time secret with which `userId` sets a new password. Earlier secrets become invalid. */
async function insertLink(tx: Tx, by: { id: string }, userId: string) {
  const token = randomBytes(32).toString('base64url')
  const at = now()
  const expiresAt = new Date(at.getTime() + LINK_LIFE_MS)
  await tx.passwordLink.deleteMany({ where: { userId, usedAt: null } })
  await tx.passwordLink.create({
    data: { id: newId(), userId, hash: sha256(token), createdAt: at, expiresAt },
  })
  await recordEvent(tx, {
    actor: by,
    verb: 'user.password_link_made',
    subjectId: userId,
    after: { expiresAt },
  })
  return { token, expiresAt }
}

/**
 * Makes an address where a person can set a new password once, within a day. Nothing changes for them until they use
 * it.
 * @returns the secret of the address, which is not stored
 */
export async function makePasswordLink(
  actor: Actor,
  input: z.output<typeof makePasswordLinkSchema>,
): Promise<{ token: string; expiresAt: Date }> {
  if (!may(actor, 'managePeople')) throw forbidden()
  const made = await inTransaction(async (tx) => {
    const user = await tx.user.findFirst({ where: { id: input.id, deactivatedAt: null } })
    if (!user) throw notFound()
    return insertLink(tx, actor, user.id)
  })
  logAccess('password_link_made', { person: input.id, by: actor.id })
  return made
}

/**
 * The same for anyone who runs the server, by the email address of an account. It lets the last admin back in.
 * @throws DomainError `not_found` when nobody with access has this address
 */
export async function makePasswordLinkOnServer(
  email: string,
): Promise<{ token: string; expiresAt: Date; name: string }> {
  const made = await inTransaction(async (tx) => {
    const user = await tx.user.findFirst({ where: { email, deactivatedAt: null } })
    if (!user) throw notFound()
    return { ...(await insertLink(tx, user, user.id)), name: user.name, id: user.id }
  })
  logAccess('password_link_made', { person: made.id, by: 'server' })
  return made
}

/** Sets a password for the holder of a one-time address. Every session and API token of the account ends. */
export async function setPassword(input: z.output<typeof setPasswordSchema>): Promise<void> {
  const person = await inTransaction(async (tx) => {
    const at = now()
    const used = await tx.passwordLink.updateManyAndReturn({
      where: {
        hash: sha256(input.token),
        usedAt: null,
        expiresAt: { gt: at },
        user: { deactivatedAt: null },
      },
      data: { usedAt: at },
    })
    const userId = used[0]?.userId
    if (!userId) throw new DomainError('not_found', 'passwordLinkOver')
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId } })
    requireStrong(input.password, user, settings().newsroomName)
    const tokensRevoked = await replacePassword(tx, userId, input.password)
    await recordEvent(tx, {
      actor: { id: userId },
      verb: 'user.password_set',
      subjectId: userId,
      after: { tokensRevoked },
    })
    return userId
  })
  logAccess('password_set', { person })
}
