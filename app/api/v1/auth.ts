import type { Context } from 'hono'
import { actorOfToken } from '@/domain/user/queries'
import { logAccess } from '@/services/log'
import type { ApiEnv } from './env'
import { countSender } from './limit'
import { RequestError, senderFacts } from './problem'

const BEARER = /^Bearer +([\w.~+/-]{1,200}=*) *$/i

/** Makes the holder of a valid token (RFC 6750) the request's actor, with the holder's current role. */
export async function authenticate(c: Context<ApiEnv>): Promise<void> {
  const header = c.req.header('authorization')
  const token = BEARER.exec(header ?? '')?.[1]
  const actor = token ? await actorOfToken(token) : null
  if (!actor) {
    await countSender(c, 'apiStranger')
    if (header) logAccess('token_wrong', senderFacts(c))
    const challenge = header ? 'Bearer realm="factdesk", error="invalid_token"' : 'Bearer realm="factdesk"'
    throw new RequestError(401, 'unauthenticated', 'tokenMissing', {
      headers: { 'www-authenticate': challenge },
    })
  }
  c.set('actor', actor)
}
