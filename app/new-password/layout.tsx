import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Interactive } from '../interactive'

/** The address is a secret, so no page opened from here may learn it. */
export const metadata: Metadata = { referrer: 'no-referrer', robots: { index: false } }

export default function NewPasswordLayout({ children }: { children: ReactNode }) {
  return <Interactive>{children}</Interactive>
}
