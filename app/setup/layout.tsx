import type { ReactNode } from 'react'
import { Interactive } from '../interactive'

export default function SetupLayout({ children }: { children: ReactNode }) {
  return <Interactive>{children}</Interactive>
}
