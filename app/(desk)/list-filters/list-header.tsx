import type { ReactNode } from 'react'
import './list-header.css'

/** The heading of a page with a list. On a phone its actions stay on the same line, so that the list begins high. */
export function ListHeader({ title, actions }: { title: string; actions: ReactNode }) {
  return (
    <header className="list-header">
      <h1 className="text-2xl font-semibold max-md:text-xl">{title}</h1>
      <div className="list-actions">{actions}</div>
    </header>
  )
}
