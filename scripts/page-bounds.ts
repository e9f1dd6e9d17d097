import type { IncomingMessage } from 'node:http'
import { roleMay, type Permission } from '@/domain/permissions'
import { actorOfSession } from '@/domain/session/queries'
import type { Actor } from '@/domain/user/policy'
import { BODIES, type BodyBounds } from '@/services/bodies/bounds'
import { isLarge } from '@/services/bodies/gate'
import { sessionToken } from '@/app/server/session-token'

/**
 * Pages that accept more than one record, each with the permission to send that much. Anyone else may send one
 * record.
 */
const LONG: [address: RegExp, bounds: BodyBounds, permission: Permission][] = [
  [/^\/articles\/new\/read$/, BODIES.file, 'createArticle'],
  [/^\/articles(?:\/|$)/, BODIES.text, 'makeClaim'],
  [/^\/claim-review$/, BODIES.markup, 'readClaims'],
]

/** The limits of a page for an actor; `actor` is null when nobody is signed in. */
export function boundsFor(path: string, actor: Actor | null): BodyBounds {
  if (path.startsWith('/api/')) return BODIES.signIn
  if (!actor) return BODIES.short
  return (
    LONG.find(([address, , permission]) => address.test(path) && roleMay(actor.role, permission))?.[1] ??
    BODIES.record
  )
}

/** Who sends a page request: nobody, a person whose session has ended, or a person as the database knows them now. */
async function senderOf(request: Pick<IncomingMessage, 'headers'>): Promise<Actor | 'ended' | null> {
  const token = await sessionToken(request)
  if (!token?.secret) return null
  return (await actorOfSession(token.secret))?.actor ?? 'ended'
}

/**
 * The limits of a page request; a short one needs no look-up of its sender. `ended` when a long one comes from a
 * person whose session has ended: the body is not read, and the person is told so.
 */
export async function boundsOf(request: IncomingMessage): Promise<BodyBounds | 'ended'> {
  const { url = '', headers } = request
  const length = headers['content-length']
  const path = url.split('?', 1)[0] ?? ''
  if (!isLarge({ length, encoding: headers['transfer-encoding'] })) return boundsFor(path, null)
  const sender = await senderOf(request)
  return sender === 'ended' ? sender : boundsFor(path, sender)
}
