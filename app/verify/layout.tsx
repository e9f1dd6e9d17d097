import type { ReactNode } from 'react'
import { Interactive } from '../interactive'

export default function VerifyLayout({ children }: { children: ReactNode }) {
  return <Interactive>{children}</Interactive>
}
