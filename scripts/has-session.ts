import type { IncomingMessage } from 'node:http'
import type { NextApiRequest } from 'next'
import { getToken } from 'next-auth/jwt'

/** Somebody who signed in; whether they still may, and what, each page and action asks the database. */
export async function hasSession({ headers }: Pick<IncomingMessage, 'headers'>): Promise<boolean> {
  if (!headers.cookie) return false
  const pairs = headers.cookie.split(';').map((pair) => pair.trim())
  const cookies = Object.fromEntries(
    pairs.map((pair): [string, string] => [pair.replace(/=.*/, ''), pair.replace(/^[^=]*=/, '')]),
  )
  const req = { headers, cookies } as unknown as NextApiRequest
  return (await getToken({ req, secret: process.env.NEXTAUTH_SECRET }).catch(() => null)) !== null
}
