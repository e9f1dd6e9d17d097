import 'server-only'
import { cookies, headers } from 'next/headers'
import { SENDER_HEADER } from '@/services/sender'

/** The sender of the request, as the limits identify senders. */
export const senderOfRequest = async () => (await headers()).get(SENDER_HEADER) ?? 'unknown'

/** The requested path and query. */
export const addressAsked = async () => (await headers()).get('x-asked-for')

/** The nonce that lets only the page's own scripts run. */
export const nonceOfPage = async () => (await headers()).get('x-nonce') ?? undefined

/** In seconds. */
const YEAR = 365 * 24 * 60 * 60

/** The value of this browser's cookie with that name. */
export const preferenceOf = async (name: string) => (await cookies()).get(name)?.value

export async function keepPreference(name: string, value: string): Promise<void> {
  ;(await cookies()).set(name, value, { path: '/', maxAge: YEAR, sameSite: 'lax', httpOnly: true })
}
