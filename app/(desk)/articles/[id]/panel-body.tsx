'use client'

import { useLayoutEffect, useRef, type ReactNode } from 'react'

/** The part of the panel that scrolls. Each claim's panel begins at its top. */
export function PanelBody({ chosen, children }: { chosen: number; children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (body.current) body.current.scrollTop = 0
  }, [chosen])
  return (
    <div ref={body} className="claim-pane-body">
      {children}
    </div>
  )
}
