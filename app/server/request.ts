import 'server-only'
import { cookies, headers } from 'next/headers'
import { SENDER_HEADER } from '@/services/sender'

/** Who sent the request, as limits know senders. */
export const senderOfRequest = async () => (await headers()).get(SENDER_HEADER) ?? 'unknown'

/** The path and query that was asked for. */
export const addressAsked = async () => (await headers()).get('x-asked-for')

/** What the page's own scripts carry, so that they run and no others. */
export const nonceOfPage = async () => (await headers()).get('x-nonce') ?? undefined

/** In seconds. */
const YEAR = 365 * 24 * 60 * 60

/** What this browser keeps under a name. */
export const preferenceOf = async (name: string) => (await cookies()).get(name)?.value

export async function keepPreference(name: string, value: string): Promise<void> {
  ;(await cookies()).set(name, value, { path: '/', maxAge: YEAR, sameSite: 'lax', httpOnly: true })
}
