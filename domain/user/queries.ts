import 'server-only'
import { createHash } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { refusalOf } from '@/domain/refusal'
import { db, sqlPool } from '@/prisma/client'
import { now } from '@/services/clock'
import { forbidden } from '@/domain/errors'
import { mayManagePeople, type Actor } from './policy'
import { normalEmail, normalPassword } from './schema'

const WINDOW_MS = 15 * 60_000
const FAILURES_ALLOWED = 10

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

let decoy: Promise<string> | undefined
/** Hashed for addresses without an account, so that both answers take the same time. */
const decoyHash = () => (decoy ??= hash('no account has this password'))

export type SignIn =
  | { ok: true; user: { id: string; name: string; sessionVersion: number } }
  | { ok: false; reason: 'wrong' | 'throttled' }

/** Compares an address and a password. Unknown, deactivated and wrong all give the same answer. */
export async function checkSignIn(typedEmail: string, typedPassword: string): Promise<SignIn> {
  const email = normalEmail(typedEmail)
  const password = normalPassword(typedPassword)
  const subject = sha256(email ?? typedEmail.slice(0, 320))
  const since = new Date(now().getTime() - WINDOW_MS)
  const failures = await db().signInAttempt.count({ where: { subject, at: { gt: since } } })
  if (failures >= FAILURES_ALLOWED) return { ok: false, reason: 'throttled' }
  const user = email ? await db().user.findUnique({ where: { email } }) : null
  const matches = await verify(user?.passwordHash ?? (await decoyHash()), password ?? '')
  if (user && password !== null && matches && !user.deactivatedAt) {
    await db().signInAttempt.deleteMany({ where: { OR: [{ subject }, { at: { lt: since } }] } })
    return { ok: true, user: { id: user.id, name: user.name, sessionVersion: user.sessionVersion } }
  }
  await db().signInAttempt.create({ data: { subject, at: now() } })
  return { ok: false, reason: 'wrong' }
}

/** The person of a session as the database knows them now; null when the session is over. */
export async function actorOfSession(id: string, sessionVersion: number): Promise<Actor | null> {
  const { rows } = await sqlPool().query<Actor>(
    `select id, name, role from "user" where id = $1 and session_version = $2 and deactivated_at is null`,
    [id, sessionVersion],
  )
  return rows[0] ?? null
}

/** The person behind a token of the HTTP API, with the role they have now. */
export async function actorOfToken(token: string): Promise<Actor | null> {
  const { rows } = await sqlPool().query<Actor & { tokenId: string; stale: boolean }>(
    `select u.id, u.name, u.role, t.id as "tokenId",
       (t.last_used_at is null or t.last_used_at < now() - interval '1 minute') as stale
     from api_token t join "user" u on u.id = t.user_id
     where t.hash = $1 and t.revoked_at is null and u.deactivated_at is null`,
    [sha256(token)],
  )
  const [row] = rows
  if (!row) return null
  if (row.stale) await noteUse(row.tokenId)
  return { id: row.id, name: row.name, role: row.role }
}

/** A reading goes on where this cannot be written down, as on a full disk, or would have to wait. */
async function noteUse(tokenId: string): Promise<void> {
  await sqlPool()
    .query(
      `update api_token set last_used_at = now()
       where id in (select id from api_token where id = $1 for update skip locked)`,
      [tokenId],
    )
    .catch((error: unknown) => {
      if (!refusalOf(error)) throw error
    })
}

/** Who can be given claims. */
export async function listCheckers(): Promise<{ id: string; name: string }[]> {
  return db().user.findMany({
    where: { deactivatedAt: null, role: { not: 'viewer' } },
    orderBy: { name: 'asc' },
    take: 500,
    select: { id: true, name: true },
  })
}

export async function listUsers(actor: Actor) {
  if (!mayManagePeople(actor)) throw forbidden()
  return db().user.findMany({
    orderBy: { name: 'asc' },
    take: 500,
    select: { id: true, name: true, email: true, role: true, deactivatedAt: true, createdAt: true },
  })
}

export async function listTokens(actor: Actor) {
  return db().apiToken.findMany({
    where: { userId: actor.id, revokedAt: null },
    orderBy: { createdAt: 'desc' },
    take: 100,
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
  })
}
