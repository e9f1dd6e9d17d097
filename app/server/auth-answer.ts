import 'server-only'
import NextAuth from 'next-auth'
import { authOptionsFor } from './auth'

/** Answers a request to next-auth's own addresses. If a sign-in was not judged, the answer also says so and when to try again. */
export async function authAnswer(request: Request, context: unknown): Promise<Response> {
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
