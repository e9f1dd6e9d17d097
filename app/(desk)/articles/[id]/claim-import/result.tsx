'use client'

import { useEffect, useRef, type ReactNode } from 'react'

type Props = { title: string; facts?: ReactNode; buttons: ReactNode; children: ReactNode }

/** The result of a list. A screen reader reads it out as soon as it appears. */
export function Result({ title, facts, buttons, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="grid gap-5">
      <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold">
        {title}
      </h2>
      {facts}
      <div className="flex flex-wrap gap-2">{buttons}</div>
      {children}
    </div>
  )
}
