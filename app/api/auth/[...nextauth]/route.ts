import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { authOptionsFor } from '@/app/server/auth'
import { usableAuthRequest } from '@/app/server/auth-request'
import { settings } from '@/services/settings'

/** Addresses that only accept a submitted form: next-auth answers 500 to a GET. */
const SENT_TO = /^\/api\/auth\/(?:callback|_log)(?:\/|$)/

/** Answers like next-auth. If a sign-in was not judged, the answer also says so and when to try again. */
async function answered(request: Request, context: unknown): Promise<Response> {
  const unjudged: { status: number; retryAfterSeconds: number }[] = []
  const answerOf = NextAuth(authOptionsFor((refused) => void unjudged.push(refused))) as (
    request: Request,
    context: unknown,
  ) => Promise<Response>
  const answer = await answerOf(request, context)
  const [refused] = unjudged
  if (!refused) return answer
  const headers = new Headers(answer.headers)
  headers.delete('location')
  headers.set('retry-after', String(refused.retryAfterSeconds))
  return new Response(answer.body, { status: refused.status, headers })
}

async function handler(request: NextRequest, context: unknown): Promise<Response> {
  if (request.method !== 'POST' && SENT_TO.test(request.nextUrl.pathname))
    return new Response('Method not allowed\n', { status: 405, headers: { allow: 'POST' } })
  const usable = await usableAuthRequest(request, settings().publicUrl)
  return usable ? answered(usable, context) : new Response('Bad request\n', { status: 400 })
}

export { handler as GET, handler as POST }
