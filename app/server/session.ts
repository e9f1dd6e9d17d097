import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getToken } from 'next-auth/jwt'
import { cache } from 'react'
import { actorOfSession } from '@/domain/session/queries'
import type { Actor } from '@/domain/user/policy'
import { addressAsked } from './request'

/**
 * The session of the request, verified in the database, not only by the cookie; null without one. Read once per
 * request.
 */
export const currentSession = cache(async (): Promise<{ actor: Actor; sessionId: string } | null> => {
  const request = { cookies: await cookies(), headers: new Headers() } as unknown
  const token = await getToken({ req: request as Parameters<typeof getToken>[0]['req'] })
  return token?.secret ? actorOfSession(token.secret) : null
})

/** The signed-in person; null when nobody is signed in. */
export const currentActor = async (): Promise<Actor | null> => (await currentSession())?.actor ?? null

/** The same for a page: a stranger goes to sign in and then returns to the requested address. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor()
  if (actor) return actor
  const asked = (await addressAsked()) ?? '/'
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(asked)}`)
}
