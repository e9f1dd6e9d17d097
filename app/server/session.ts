import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getToken } from 'next-auth/jwt'
import { cache } from 'react'
import { actorOfSession } from '@/domain/session/queries'
import type { Actor } from '@/domain/user/policy'
import { addressAsked } from './request'

/** The session a request comes in, by the database and not by the cookie alone; null for none. Once a request. */
export const currentSession = cache(async (): Promise<{ actor: Actor; sessionId: string } | null> => {
  const request = { cookies: await cookies(), headers: new Headers() } as unknown
  const token = await getToken({ req: request as Parameters<typeof getToken>[0]['req'] })
  return token?.secret ? actorOfSession(token.secret) : null
})

/** Who is asking; null when nobody is signed in. */
export const currentActor = async (): Promise<Actor | null> => (await currentSession())?.actor ?? null

/** The same for a page: a stranger is sent to sign in and comes back to the address that was asked for. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor()
  if (actor) return actor
  const asked = (await addressAsked()) ?? '/'
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(asked)}`)
}
