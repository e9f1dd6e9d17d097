import type { ReactNode } from 'react'
import './empty-state.css'

type Props = { title: string; description?: string; action?: ReactNode }

/** Says that there is nothing here, and what to do about it. */
export function EmptyState({ title, description, action }: Props) {
  return (
    <div className="empty-state">
      <h2 className="text-lg font-semibold">{title}</h2>
      {description && <p className="max-w-[52ch] text-ink-muted">{description}</p>}
      {action}
    </div>
  )
}
