import { encode } from 'next-auth/jwt'

/** The cookie that a browser holds for a session. */
export async function sessionCookie(secret: string, userId: string): Promise<string> {
  const key = (process.env.NEXTAUTH_SECRET ??= 'a key for the sessions of tests, made of many letters')
  return `next-auth.session-token=${await encode({ token: { sub: userId, secret }, secret: key })}`
}
