import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { actorOfSession } from '@/domain/user/queries'
import type { Actor } from '@/domain/user/policy'
import { authOptions } from './auth'

/** Who is asking, by the database and not by the cookie alone; null when nobody is signed in. Once a request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await getServerSession(authOptions)
  if (!session?.user.id) return null
  return actorOfSession(session.user.id, session.user.sessionVersion)
})

/** The same for a page: a stranger is sent to sign in and comes back to the address that was asked for. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor()
  if (actor) return actor
  const asked = (await headers()).get('x-asked-for') ?? '/'
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(asked)}`)
}
