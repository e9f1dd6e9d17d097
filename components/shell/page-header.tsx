import type { ReactNode } from 'react'

type Props = { title: string; description?: ReactNode; actions?: ReactNode }

export function PageHeader({ title, description, actions }: Props) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-3 pb-4">
      <div className="grid min-w-0 gap-1">
        <h1 className="text-2xl font-semibold break-words">{title}</h1>
        {description && <p className="text-ink-muted">{description}</p>}
      </div>
      {actions}
    </header>
  )
}
