import type { IncomingMessage } from 'node:http'
import type { NextApiRequest } from 'next'
import { getToken, type JWT } from 'next-auth/jwt'

/** What the cookie of somebody who signed in says; whether they still may, and what, only the database knows. */
export async function sessionToken({ headers }: Pick<IncomingMessage, 'headers'>): Promise<JWT | null> {
  if (!headers.cookie) return null
  const pairs = headers.cookie.split(';').map((pair) => pair.trim())
  const cookies = Object.fromEntries(
    pairs.map((pair): [string, string] => [pair.replace(/=.*/, ''), pair.replace(/^[^=]*=/, '')]),
  )
  const req = { headers, cookies } as unknown as NextApiRequest
  return getToken({ req, secret: process.env.NEXTAUTH_SECRET }).catch(() => null)
}
