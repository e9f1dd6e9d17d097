import { signIn, signOut } from 'next-auth/react'

/** Signs in without leaving the page; null when the desk cannot be reached. */
export const signInHere = (email: string, password: string) =>
  signIn('credentials', { email, password, redirect: false }).catch(() => null)

/** Signs out without leaving the page; false when the desk cannot be reached. */
export const signOutHere = (): Promise<boolean> =>
  signOut({ redirect: false }).then(
    () => true,
    () => false,
  )

/** Signs out and goes to the page that asks to sign in. */
export const signOutAndLeave = () => signOut({ callbackUrl: '/sign-in' })
