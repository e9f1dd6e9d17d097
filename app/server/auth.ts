import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { cookies } from 'next/headers'
import { refusalOf } from '@/domain/refusal/queries'
import { endSession, signIn } from '@/domain/session/commands'
import { actorOfSession } from '@/domain/session/queries'
import { SESSION_LIFE_MS } from '@/domain/session/rules'
import { keepLanguage } from '@/domain/user/commands'
import { browserCookie, browserProof } from '@/services/known-browser'
import { log, logFault } from '@/services/log'
import { returnAddress } from './return-address'
import { SENDER_HEADER } from '@/services/sender'
import { settings } from '@/services/settings'
import { isLocale, LOCALE_COOKIE, preferredLocale } from '@/text/locale'

/** The cookie's session is over. On this error next-auth deletes the cookie. */
class SessionOver extends Error {}

/** Errors of next-auth that are no fault: a session that is over. */
const EXPECTED = new Set(['JWT_SESSION_ERROR'])

async function keepBrowser(email: string): Promise<void> {
  const { value, maxAge } = browserProof(email)
  const secure = settings().publicUrl.startsWith('https:')
  const jar = await cookies()
  jar.set(browserCookie(email), value, { maxAge, secure, httpOnly: true, sameSite: 'lax', path: '/' })
}

/** An HTTP answer for a sign-in that was not judged. */
type Refused = { status: 429 | 503; retryAfterSeconds: number }

const RETRY_SECONDS = 5

/**
 * Sessions are rows of the database. The signed cookie carries only the secret of a session. Each request reads the row
 * and the person's current role and access.
 * @param unjudged called for a sign-in that was not judged, because next-auth answers every failure alike
 */
export const authOptionsFor = (unjudged?: (refused: Refused) => void): NextAuthOptions => ({
  // The row decides when a session ends. No cookie lives longer than the longest session.
  session: { strategy: 'jwt', maxAge: SESSION_LIFE_MS / 1000 },
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
  providers: [
    Credentials({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(credentials, request) {
        const jar = await cookies()
        const headers = (request.headers ?? {}) as Record<string, string | undefined>
        const outcome = await signIn(
          { email: String(credentials?.email ?? ''), password: String(credentials?.password ?? '') },
          {
            sender: headers[SENDER_HEADER] ?? 'unknown',
            proofFor: (email) => jar.get(browserCookie(email))?.value,
            agent: headers['user-agent'],
          },
        ).catch((error: unknown) => {
          const refusal = refusalOf(error)
          if (!refusal) logFault(error, 'sign-in')
          unjudged?.({ status: 503, retryAfterSeconds: RETRY_SECONDS })
          throw new Error(refusal?.key ?? 'fault', { cause: error })
        })
        if (outcome.ok) {
          await keepBrowser(outcome.user.email)
          const chosen = jar.get(LOCALE_COOKIE)?.value
          const language = isLocale(chosen) ? chosen : preferredLocale(headers['accept-language'])
          await keepLanguage(outcome.user.id, language).catch((error: unknown) => logFault(error, 'sign-in'))
          return { id: outcome.user.id, secret: outcome.secret }
        }
        if (outcome.reason === 'wrong') throw new Error('wrong')
        unjudged?.({ status: 429, retryAfterSeconds: outcome.retryAfterSeconds })
        throw new Error(`limited.${outcome.retryAfterSeconds}`)
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sub: user.id, secret: user.secret } : token),
    async session({ session, token }) {
      const found = await actorOfSession(token.secret ?? '')
      if (!found) throw new SessionOver()
      session.user = { id: found.actor.id }
      return session
    },
    redirect({ url, baseUrl }) {
      return new URL(returnAddress(url, baseUrl), baseUrl).toString()
    },
  },
  events: {
    async signOut({ token }) {
      if (token?.secret) await endSession(token.secret)
    },
  },
  // Values from a request are logged as values of one line, so they cannot make lines of their own.
  logger: {
    error(code, metadata) {
      if (!EXPECTED.has(code)) log.error({ where: 'sign-in', code, err: metadata })
    },
    warn: (code) => log.warn({ where: 'sign-in', code }),
    debug: (code) => log.debug({ where: 'sign-in', code }),
  },
})
