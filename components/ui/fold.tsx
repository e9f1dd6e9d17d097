'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'
import './fold.css'

type Props = {
  title: string
  /** Says in a few words what is inside. */
  aside?: ReactNode
  /** Opens the fold when it turns true. */
  open?: boolean
  /** People who opened a fold of this name find the next one open too. */
  name: string
  children: ReactNode
}

/** Which folds people opened, until the page is loaded again. */
const opened = new Set<string>()

/** A section that opens on demand. */
export function Fold({ title, aside, open = false, name, children }: Props) {
  const fold = useRef<HTMLDetailsElement>(null)
  const [first] = useState(() => open || opened.has(name))
  useEffect(() => {
    if (open && fold.current) fold.current.open = true
  }, [open])
  return (
    <details
      ref={fold}
      className="fold"
      open={first}
      onToggle={({ currentTarget }) => (currentTarget.open ? opened.add(name) : opened.delete(name))}
    >
      <summary className="fold-summary">
        <h3 className="field-label">{title}</h3>
        {aside && <span className="fold-aside">{aside}</span>}
      </summary>
      <div className="fold-body">{children}</div>
    </details>
  )
}
