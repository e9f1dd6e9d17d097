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

/** Who a page is asked by; only what they send matters here, and whether they may each page and action asks by itself. */
async function actorOf(headers: IncomingHttpHeaders): Promise<Actor | null> {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim())
  const cookies = Object.fromEntries(
    pairs.map((pair): [string, string] => [pair.replace(/=.*/, ''), pair.replace(/^[^=]*=/, '')]),
  )
  const req = { headers, cookies } as unknown as NextApiRequest
  const token = await getToken({ req, secret: process.env.NEXTAUTH_SECRET }).catch(() => null)
  return token?.secret ? ((await actorOfSession(token.secret))?.actor ?? null) : null
}

/** What a request may bring to a page. Nobody is asked for what is short. */
export async function boundsOf({ url = '', headers }: IncomingMessage): Promise<BodyBounds> {
  const length = headers['content-length']
  const isShort = !isLarge({ length, encoding: headers['transfer-encoding'] })
  return boundsFor(url.split('?', 1)[0] ?? '', isShort ? null : await actorOf(headers))
}
