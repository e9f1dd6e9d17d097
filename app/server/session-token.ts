import type { IncomingMessage } from 'node:http'
import type { NextApiRequest } from 'next'
import { getToken, type JWT } from 'next-auth/jwt'

/**
 * The session that a person's cookie claims. Only the database knows whether the person still has access and which
 * permissions.
 */
export async function sessionToken({ headers }: Pick<IncomingMessage, 'headers'>): Promise<JWT | null> {
  if (!headers.cookie) return null
  const pairs = headers.cookie.split(';').map((pair) => pair.trim())
  const cookies = Object.fromEntries(
    pairs.map((pair): [string, string] => [pair.replace(/=.*/, ''), pair.replace(/^[^=]*=/, '')]),
  )
  const req = { headers, cookies } as unknown as NextApiRequest
  return getToken({ req, secret: process.env.NEXTAUTH_SECRET }).catch(() => null)
}
