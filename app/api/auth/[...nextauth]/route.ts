import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { authOptions } from '@/services/auth'
import { usableAuthRequest } from '@/services/auth-request'
import { settings } from '@/services/settings'

const nextAuth = NextAuth(authOptions) as (request: Request, context: unknown) => Promise<Response>

/** Where a form is sent: next-auth answers 500 to whoever only looks. */
const SENT_TO = /^\/api\/auth\/(?:callback|_log)(?:\/|$)/

async function handler(request: NextRequest, context: unknown): Promise<Response> {
  if (request.method !== 'POST' && SENT_TO.test(request.nextUrl.pathname))
    return new Response('Method not allowed\n', { status: 405, headers: { allow: 'POST' } })
  const usable = await usableAuthRequest(request, settings().publicUrl)
  return usable ? nextAuth(usable, context) : new Response('Bad request\n', { status: 400 })
}

export { handler as GET, handler as POST }
