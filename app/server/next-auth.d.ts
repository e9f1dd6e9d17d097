import 'next-auth'
import 'next-auth/jwt'

declare module 'next-auth' {
  interface User {
    id: string
    /** Identifies the session; the desk stores only its hash. */
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
