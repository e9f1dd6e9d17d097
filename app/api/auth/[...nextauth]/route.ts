import type { NextRequest } from 'next/server'
import { authAnswer } from '@/app/server/auth-answer'
import { usableAuthRequest } from '@/app/server/auth-request'
import { settings } from '@/services/settings'

/** Addresses that only accept a submitted form: next-auth answers 500 to a GET. */
const SENT_TO = /^\/api\/auth\/(?:callback|_log)(?:\/|$)/

async function handler(request: NextRequest, context: unknown): Promise<Response> {
  if (request.method !== 'POST' && SENT_TO.test(request.nextUrl.pathname))
    return new Response('Method not allowed\n', { status: 405, headers: { allow: 'POST' } })
  const usable = await usableAuthRequest(request, settings().publicUrl)
  return usable ? authAnswer(usable, context) : new Response('Bad request\n', { status: 400 })
}

export { handler as GET, handler as POST }
