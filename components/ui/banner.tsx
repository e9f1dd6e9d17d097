import type { ReactNode } from 'react'
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'

const SIGNS = { info: Info, success: CircleCheck, warn: TriangleAlert, error: CircleAlert } as const

type Props = { tone: keyof typeof SIGNS; title: string; children?: ReactNode }

/** An important message in the page. A screen reader announces errors at once, and other messages in their turn. */
export function Banner({ tone, title, children }: Props) {
  const Sign = SIGNS[tone]
  return (
    <div role={tone === 'error' ? 'alert' : 'status'} className="banner" data-tone={tone}>
      <Sign aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 flex-1 justify-items-start gap-1">
        <p className="font-medium break-words">{title}</p>
        {children}
      </div>
    </div>
  )
}
