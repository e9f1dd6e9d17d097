import type { Context } from 'hono'
import { actorOfSession } from '@/domain/session/queries'
import { actorOfToken } from '@/domain/user/queries'
import type { Actor } from '@/domain/user/policy'
import { isSameOrigin } from '@/app/server/same-origin'
import { sessionToken } from '@/app/server/session-token'
import { logAccess } from '@/services/log'
import { settings } from '@/services/settings'
import type { ApiEnv } from './env'
import { countSender } from './limit'
import { RequestError, senderFacts } from './problem'

const BEARER = /^Bearer +([\w.~+/-]{1,200}=*) *$/i

type Again = ApiEnv['Variables']['again']

/**
 * Whether a page of the desk may have sent the request. Browsers name no sender for a plain read without HTTPS, but let
 * no other site read the answer.
 */
function isFromOwnPage({ method, headers }: Request): boolean {
  const reads = ['GET', 'HEAD'].includes(method) && !headers.has('sec-fetch-site') && !headers.has('origin')
  return reads || isSameOrigin(headers, settings().publicUrl)
}

async function holderOf(
  c: Context<ApiEnv>,
  token: string | undefined,
  pages: boolean,
): Promise<Again | null> {
  if (token) return () => actorOfToken(token)
  const cookie = c.req.header('cookie')
  if (!pages || cookie === undefined || !isFromOwnPage(c.req.raw)) return null
  const secret = (await sessionToken({ headers: { cookie } }))?.secret
  return secret ? async (): Promise<Actor | null> => (await actorOfSession(secret))?.actor ?? null : null
}

/**
 * Makes the holder of a valid token (RFC 6750) the request's actor, with the holder's current role.
 * @param pages whether the session of a signed-in person will do, for a request of the desk's own pages
 */
export async function authenticate(c: Context<ApiEnv>, { pages }: { pages: boolean }): Promise<void> {
  const header = c.req.header('authorization')
  const again = await holderOf(c, BEARER.exec(header ?? '')?.[1], pages && header === undefined)
  const actor = await again?.()
  if (!again || !actor) {
    await countSender(c, 'apiStranger')
    if (header) logAccess('token_wrong', senderFacts(c))
    const challenge = header ? 'Bearer realm="factdesk", error="invalid_token"' : 'Bearer realm="factdesk"'
    throw new RequestError(401, 'unauthenticated', 'tokenMissing', {
      headers: { 'www-authenticate': challenge },
    })
  }
  c.set('actor', actor)
  c.set('again', again)
}
