import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { authOptions } from '@/services/auth'
import { usableAuthRequest } from '@/services/auth-request'
import { settings } from '@/services/settings'

const nextAuth = NextAuth(authOptions) as (request: Request, context: unknown) => Promise<Response>

async function handler(request: NextRequest, context: unknown): Promise<Response> {
  const usable = await usableAuthRequest(request, settings().publicUrl)
  return usable ? nextAuth(usable, context) : new Response('Bad request\n', { status: 400 })
}

export { handler as GET, handler as POST }
