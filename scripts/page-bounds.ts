import type { IncomingMessage } from 'node:http'
import { roleMay, type Permission } from '@/domain/permissions'
import { actorOfSession } from '@/domain/session/queries'
import type { Actor } from '@/domain/user/policy'
import { BODIES, type BodyBounds } from '@/services/bodies/bounds'
import { isLarge } from '@/services/bodies/gate'
import { sessionToken } from './session-token'

/** The pages that take more than one record, and whose it is to send: from anybody else they take one record. */
const LONG: [address: RegExp, bounds: BodyBounds, permission: Permission][] = [
  [/^\/articles\/new\/read$/, BODIES.file, 'createArticle'],
  [/^\/articles(?:\/|$)/, BODIES.text, 'makeClaim'],
  [/^\/claim-review$/, BODIES.markup, 'readClaims'],
]

/** What a page takes of somebody; nobody is signed in where `actor` is null. */
export function boundsFor(path: string, actor: Actor | null): BodyBounds {
  if (path.startsWith('/api/')) return BODIES.signIn
  if (!actor) return BODIES.short
  return (
    LONG.find(([address, , permission]) => address.test(path) && roleMay(actor.role, permission))?.[1] ??
    BODIES.record
  )
}

/** Who a page is asked by: nobody, somebody whose session is over, or a person as the database knows them now. */
async function senderOf(request: Pick<IncomingMessage, 'headers'>): Promise<Actor | 'ended' | null> {
  const token = await sessionToken(request)
  if (!token?.secret) return null
  return (await actorOfSession(token.secret))?.actor ?? 'ended'
}

/**
 * What a request may bring to a page; nobody is looked for where it is short. `ended` for more than that from somebody
 * whose session is over: they are to be told so, and what they send is not read.
 */
export async function boundsOf(request: IncomingMessage): Promise<BodyBounds | 'ended'> {
  const { url = '', headers } = request
  const length = headers['content-length']
  const path = url.split('?', 1)[0] ?? ''
  if (!isLarge({ length, encoding: headers['transfer-encoding'] })) return boundsFor(path, null)
  const sender = await senderOf(request)
  return sender === 'ended' ? sender : boundsFor(path, sender)
}
