import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import type { z } from 'zod'
import { DomainError, forbidden, invalid, notFound, ruleBroken } from '@/domain/errors'
import { recordEvent } from '@/domain/history/record'
import { requireStrong } from '@/domain/password/strength'
import { may } from '@/domain/permissions'
import { db, type Tx } from '@/prisma/client'
import { now } from '@/services/clock'
import { newId } from '@/services/ids'
import { logAccess } from '@/services/log'
import { settings } from '@/services/settings'
import { inTransaction } from '@/services/transaction'
import type { Locale } from '@/text/locale'
import type { Actor, Role } from './policy'
import { endSessions, revokeTokens } from './write'
import type {
  addUserSchema,
  changeUserSchema,
  firstAdminSchema,
  makeTokenSchema,
  revokeTokenSchema,
} from './schema'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const isTaken = (error: unknown) => (error as { code?: string } | null)?.code === 'P2002'

type NewUser = { email: string; name: string; role: Role; password: string }

async function insertUser(tx: Tx, actor: { id: string } | null, user: NewUser): Promise<string> {
  requireStrong(user.password, user, settings().newsroomName)
  const id = newId()
  const { password, ...rest } = user
  try {
    await tx.user.create({ data: { ...rest, id, passwordHash: await hash(password) } })
  } catch (error) {
    if (isTaken(error)) throw invalid([{ path: 'email', key: 'emailTaken' }])
    throw error
  }
  await recordEvent(tx, {
    actor: actor ?? { id },
    verb: 'user.added',
    subjectId: id,
    after: { email: user.email, name: user.name, role: user.role },
  })
  return id
}

/** Makes the desk's first admin, once, for the holder of the set-up address. */
export async function makeFirstAdmin(input: z.output<typeof firstAdminSchema>): Promise<string> {
  const id = await inTransaction(async (tx) => {
    const { token, ...person } = input
    const used = await tx.setupToken.updateMany({
      where: { hash: sha256(token), usedAt: null },
      data: { usedAt: now() },
    })
    if (used.count === 0 || (await tx.user.count()) > 0) throw new DomainError('not_found', 'setupOver')
    return insertUser(tx, null, { ...person, role: 'admin' })
  })
  logAccess('person_added', { person: id, role: 'admin' })
  return id
}

export async function addUser(actor: Actor, input: z.output<typeof addUserSchema>): Promise<string> {
  if (!may(actor, 'managePeople')) throw forbidden()
  const id = await inTransaction((tx) => insertUser(tx, actor, input))
  logAccess('person_added', { person: id, role: input.role, by: actor.id })
  return id
}

async function keepAnAdmin(tx: Tx, leaving: string) {
  const admins = await tx.$queryRaw<
    { id: string }[]
  >`select id from "user" where role = 'admin' and deactivated_at is null for update`
  if (admins.some((admin) => admin.id === leaving) && admins.length === 1)
    throw ruleBroken('role', 'lastAdmin')
}

/**
 * Changes a person's role, or ends or renews their access. It ends all their sessions. Ending access also revokes their
 * API tokens, and renewed access does not bring them back.
 */
export async function changeUser(actor: Actor, input: z.output<typeof changeUserSchema>): Promise<void> {
  if (!may(actor, 'managePeople')) throw forbidden()
  const changed = await inTransaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: input.id } })
    if (!user) throw notFound()
    const role = input.role ?? user.role
    const active = input.active ?? user.deactivatedAt === null
    if (role === user.role && active === (user.deactivatedAt === null)) return null
    if (role !== 'admin' || !active) await keepAnAdmin(tx, user.id)
    await tx.user.update({
      where: { id: user.id },
      data: {
        role,
        deactivatedAt: active ? null : (user.deactivatedAt ?? now()),
        sessionVersion: { increment: 1 },
      },
    })
    await endSessions(tx, user.id)
    const tokens = active ? 0 : await revokeTokens(tx, user.id)
    await recordEvent(tx, {
      actor,
      verb: 'user.changed',
      subjectId: user.id,
      before: { role: user.role, active: user.deactivatedAt === null },
      after: { role, active, ...(!active && { tokensRevoked: tokens }) },
    })
    return { role, active }
  })
  if (changed) logAccess('person_changed', { person: input.id, by: actor.id, ...changed })
}

/** Makes a token for the HTTP API with its holder's permissions. @returns the token, which is not stored */
export async function makeToken(
  actor: Actor,
  input: z.output<typeof makeTokenSchema>,
): Promise<{ id: string; token: string }> {
  if (!may(actor, 'holdTokens')) throw forbidden()
  const token = `fd_${randomBytes(32).toString('base64url')}`
  const id = newId()
  await inTransaction(async (tx) => {
    await tx.apiToken.create({ data: { id, userId: actor.id, name: input.name, hash: sha256(token) } })
    await recordEvent(tx, { actor, verb: 'token.made', subjectId: id, after: { name: input.name } })
  })
  logAccess('token_made', { person: actor.id, token: id })
  return { id, token }
}

/** Revokes a token: one's own, or anybody's as an admin. */
export async function revokeToken(actor: Actor, input: z.output<typeof revokeTokenSchema>): Promise<void> {
  const holder = await inTransaction(async (tx) => {
    const token = await tx.apiToken.findUnique({ where: { id: input.id } })
    if (!token || !may(actor, 'revokeToken', token)) throw notFound()
    const ended = await tx.apiToken.updateMany({
      where: { id: token.id, revokedAt: null },
      data: { revokedAt: now() },
    })
    if (ended.count === 0) throw notFound()
    await recordEvent(tx, { actor, verb: 'token.revoked', subjectId: token.id })
    return token.userId
  })
  logAccess('token_revoked', { person: holder, token: input.id, by: actor.id })
}

/** Keeps the language that a person last used the desk in. It is how mail speaks to them, and no line of history. */
export async function keepLanguage(userId: string, language: Locale): Promise<void> {
  await db().user.updateMany({
    where: { id: userId, OR: [{ language: null }, { language: { not: language } }] },
    data: { language },
  })
}
