import 'next-auth'
import 'next-auth/jwt'

declare module 'next-auth' {
  interface User {
    id: string
    /** What names the session; only its hash is kept. */
    secret: string
  }
  interface Session {
    user: { id: string }
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    secret?: string
  }
}
