'use client'

import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { EarlyButton } from '@/components/early/parts'
import './tabs.css'

type Tab = { value: string; label: string; count?: number }

type Props = {
  label: string
  tabs: Tab[]
  value: string
  onChange: (value: string) => void
  /** The content of the chosen tab. */
  children: ReactNode
}

/** How far an arrow key moves in a row of tabs. In Arabic the left arrow goes on. */
function stepOf(key: string, backward: boolean): number {
  const onward = backward ? 'ArrowLeft' : 'ArrowRight'
  const back = backward ? 'ArrowRight' : 'ArrowLeft'
  return key === onward ? 1 : key === back ? -1 : 0
}

/** A few lists in one place, one shown at a time. Only the chosen tab is a tab stop; arrows go to the others. */
export function Tabs({ label, tabs, value, onChange, children }: Props) {
  const id = useId()
  const row = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const backward = row.current !== null && getComputedStyle(row.current).direction === 'rtl'
    const by = stepOf(event.key, backward)
    const at = tabs.findIndex((tab) => tab.value === value)
    const next = tabs[(at + by + tabs.length) % tabs.length]
    if (by === 0 || !next) return
    event.preventDefault()
    onChange(next.value)
    row.current?.querySelector<HTMLElement>(`[data-tab="${next.value}"]`)?.focus()
  }
  return (
    <>
      <div ref={row} role="tablist" aria-label={label} className="tabs" onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <EarlyButton
            key={tab.value}
            role="tab"
            id={`${id}-${tab.value}`}
            className="tab"
            data-tab={tab.value}
            aria-selected={tab.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChange(tab.value)}
          >
            {tab.label}
            {tab.count !== undefined && <span className="tab-count">{tab.count}</span>}
          </EarlyButton>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>
        {children}
      </div>
    </>
  )
}
