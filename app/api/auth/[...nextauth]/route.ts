import NextAuth from 'next-auth'
import { authOptionsFor } from '@/services/auth'

/** Answers as next-auth does, save that a sign-in that was not judged says so (RFC 6585) and when to come back. */
async function handler(request: Request, context: unknown): Promise<Response> {
  let retryAfterSeconds: number | null = null
  const answerOf = NextAuth(
    authOptionsFor((refused) => {
      retryAfterSeconds = refused.retryAfterSeconds
    }),
  ) as (request: Request, context: unknown) => Promise<Response>
  const answer = await answerOf(request, context)
  if (retryAfterSeconds === null) return answer
  const headers = new Headers(answer.headers)
  headers.delete('location')
  headers.set('retry-after', String(retryAfterSeconds))
  return new Response(answer.body, { status: 429, headers })
}

export { handler as GET, handler as POST }
