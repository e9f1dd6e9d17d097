import { refusalOf } from '@/domain/refusal/queries'
import { unauthenticated, type DomainError } from '@/domain/errors'
import type { Actor } from '@/domain/user/policy'
import { subjectOf } from '@/services/limits/take'
import { logRefusal } from '@/services/log'
import { SENDER_HEADER } from '@/services/sender'
import { currentActor } from './session'

type Context<P> = { params: Promise<P> }
type Asked<P> = { request: Request; params: P }

/** Answers a refusal with its reason, in the manner of the address. */
type Refuse<P> = (refusal: DomainError, asked: Asked<P>) => Response | Promise<Response>

/**
 * Every desk address that is not a page answers through this: it identifies the person, and answers and logs refusals.
 * Database trouble goes on to the server in front, which tells the client to come back.
 */
export function deskRoute<P>(
  handle: (asked: Asked<P> & { actor: Actor }) => Promise<Response>,
  refuse: Refuse<P>,
): (request: Request, context: Context<P>) => Promise<Response> {
  return async (request, context) => {
    const asked = { request, params: await context.params }
    const actor = await currentActor()
    if (!actor) return refuse(unauthenticated(), asked)
    try {
      return await handle({ ...asked, actor })
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal || refusal.code === 'unavailable') throw error
      logRefusal(refusal, {
        person: actor.id,
        sender: subjectOf('sender', request.headers.get(SENDER_HEADER) ?? 'unknown'),
        method: request.method,
        path: new URL(request.url).pathname,
      })
      return refuse(refusal, asked)
    }
  }
}
