import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { refusalOf } from '@/domain/refusal'
import { checkSignIn } from '@/domain/user/queries'
import { logFault } from './log'
import { returnAddress } from './return-address'

const EIGHT_DAYS = 8 * 24 * 60 * 60

/**
 * Sessions are signed cookies that carry the person's id and session version and nothing else: role and access are
 * read from the database at each request.
 */
export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: EIGHT_DAYS },
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
  providers: [
    Credentials({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(credentials) {
        const outcome = await checkSignIn(
          String(credentials?.email ?? ''),
          String(credentials?.password ?? ''),
        ).catch((error: unknown) => {
          const refusal = refusalOf(error)
          if (!refusal) logFault(error, 'sign-in')
          throw new Error(refusal?.key ?? 'fault', { cause: error })
        })
        if (!outcome.ok) throw new Error(outcome.reason)
        return outcome.user
      },
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      if (user) {
        token.sub = user.id
        token.sessionVersion = user.sessionVersion
      }
      return token
    },
    session({ session, token }) {
      session.user = { id: token.sub ?? '', sessionVersion: token.sessionVersion ?? 0 }
      return session
    },
    redirect({ url, baseUrl }) {
      return new URL(returnAddress(url, baseUrl), baseUrl).toString()
    },
  },
}
