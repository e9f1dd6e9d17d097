import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { NextApiRequest } from 'next'
import { getToken } from 'next-auth/jwt'
import { mayCreateArticle } from '@/domain/article/policy'
import { mayMakeClaim, mayReadClaims } from '@/domain/claim/policy'
import { actorOfSession } from '@/domain/session/queries'
import type { Actor } from '@/domain/user/policy'
import { BODIES, type BodyBounds } from '@/services/bodies/bounds'
import { isLarge } from '@/services/bodies/gate'

/** The pages that take more than one record, and whose it is to send: from anybody else they take one record. */
const LONG: [address: RegExp, bounds: BodyBounds, may: (actor: Actor) => boolean][] = [
  [/^\/articles\/new\/read$/, BODIES.file, mayCreateArticle],
  [/^\/articles(?:\/|$)/, BODIES.text, mayMakeClaim],
  [/^\/claim-review$/, BODIES.markup, mayReadClaims],
]

/** What a page takes of somebody; nobody is signed in where `actor` is null. */
export function boundsFor(path: string, actor: Actor | null): BodyBounds {
  if (path.startsWith('/api/')) return BODIES.signIn
  if (!actor) return BODIES.short
  return LONG.find(([address, , may]) => address.test(path) && may(actor))?.[1] ?? BODIES.record
}

/** Who a page is asked by: nobody, somebody whose session is over, or a person as the database knows them now. */
async function senderOf(headers: IncomingHttpHeaders): Promise<Actor | 'ended' | null> {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim())
  const cookies = Object.fromEntries(
    pairs.map((pair): [string, string] => [pair.replace(/=.*/, ''), pair.replace(/^[^=]*=/, '')]),
  )
  const req = { headers, cookies } as unknown as NextApiRequest
  const token = await getToken({ req, secret: process.env.NEXTAUTH_SECRET }).catch(() => null)
  if (!token?.secret) return null
  return (await actorOfSession(token.secret))?.actor ?? 'ended'
}

/**
 * What a request may bring to a page; nobody is looked for where it is short. `ended` for more than that from somebody
 * whose session is over: they are to be told so, and what they send is not read.
 */
export async function boundsOf({ url = '', headers }: IncomingMessage): Promise<BodyBounds | 'ended'> {
  const length = headers['content-length']
  const path = url.split('?', 1)[0] ?? ''
  if (!isLarge({ length, encoding: headers['transfer-encoding'] })) return boundsFor(path, null)
  const sender = await senderOf(headers)
  return sender === 'ended' ? sender : boundsFor(path, sender)
}
