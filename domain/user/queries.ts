import 'server-only'
import { createHash } from 'node:crypto'
import { refusalOf } from '@/domain/refusal/queries'
import { db, sqlPool } from '@/prisma/client'
import { forbidden } from '@/domain/errors'
import { may, rolesThatMay } from '@/domain/permissions'
import type { Actor } from './policy'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The person behind a token of the HTTP API, with their present role. */
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

/** The request goes on when this write fails, as on a full disk, and skips it when it would have to wait. */
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

/** The people who can be assigned claims. */
export async function listCheckers(): Promise<{ id: string; name: string }[]> {
  return db().user.findMany({
    where: { deactivatedAt: null, role: { in: rolesThatMay('takeWork') } },
    orderBy: { name: 'asc' },
    take: 500,
    select: { id: true, name: true },
  })
}

export async function listUsers(actor: Actor) {
  if (!may(actor, 'managePeople')) throw forbidden()
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

/** Everybody's active tokens, the newest first. The tokens themselves are not stored. */
export async function listAllTokens(actor: Actor) {
  if (!may(actor, 'managePeople')) throw forbidden()
  return db().apiToken.findMany({
    where: { revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 500,
    select: {
      id: true,
      name: true,
      createdAt: true,
      lastUsedAt: true,
      user: { select: { id: true, name: true } },
    },
  })
}
