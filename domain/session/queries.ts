import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor } from '@/domain/user/policy'
import { refusalOf } from '@/domain/refusal/queries'
import { db, sqlPool } from '@/prisma/client'
import { now } from '@/services/clock'
import { SEEN_EVERY_MS, SESSION_IDLE_MS } from './rules'
import type { SessionLine } from './shape'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

type Found = Actor & { sessionId: string; lastSeenAt: Date }

/**
 * The person of a session, as the database knows them now, with the session's id; null when the session is over.
 * @param secret the secret in the cookie
 */
export async function actorOfSession(secret: string): Promise<{ actor: Actor; sessionId: string } | null> {
  const at = now()
  const { rows } = await sqlPool().query<Found>(
    `select u.id, u.name, u.role, s.id as "sessionId", s.last_seen_at as "lastSeenAt"
     from session s join "user" u on u.id = s.user_id
     where s.hash = $1 and s.ends_at > $2 and s.last_seen_at > $3 and u.deactivated_at is null`,
    [sha256(secret), at, new Date(at.getTime() - SESSION_IDLE_MS)],
  )
  const [row] = rows
  if (!row) return null
  if (row.lastSeenAt.getTime() < at.getTime() - SEEN_EVERY_MS) await noteSeen(row.sessionId, at)
  return { actor: { id: row.id, name: row.name, role: row.role }, sessionId: row.sessionId }
}

/** The request goes on when this write fails, as on a full disk, and skips it when it would have to wait. */
async function noteSeen(sessionId: string, at: Date): Promise<void> {
  await sqlPool()
    .query(
      `update session set last_seen_at = $2
       where id in (select id from session where id = $1 for update skip locked)`,
      [sessionId, at],
    )
    .catch((error: unknown) => {
      if (!refusalOf(error)) throw error
    })
}

/** One's own active sessions, the most recently used first. */
export async function listSessions(actor: Actor): Promise<SessionLine[]> {
  const at = now()
  return db().session.findMany({
    where: {
      userId: actor.id,
      endsAt: { gt: at },
      lastSeenAt: { gt: new Date(at.getTime() - SESSION_IDLE_MS) },
    },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: { id: true, browser: true, createdAt: true, lastSeenAt: true, endsAt: true },
  })
}
