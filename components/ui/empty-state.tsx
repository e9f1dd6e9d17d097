import type { ReactNode } from 'react'
import './empty-state.css'

type Props = {
  title: string
  description?: string
  action?: ReactNode
  /** The title is that of the page. */
  isPage?: boolean
}

/** Says that there is nothing here, and what to do about it. */
export function EmptyState({ title, description, action, isPage = false }: Props) {
  const Title = isPage ? 'h1' : 'h2'
  return (
    <div className="empty-state">
      <Title className="text-lg font-semibold">{title}</Title>
      {description && <p className="max-w-[52ch] text-ink-muted">{description}</p>}
      {action}
    </div>
  )
}
