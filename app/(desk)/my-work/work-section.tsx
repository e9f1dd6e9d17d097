import type { ReactNode } from 'react'
import Link from 'next/link'
import './work.css'

type Props = {
  id: string
  title: string
  /** How many there are, in the reader's digits. */
  count: string
  whole: { href: string; label: string } | null
  /** What stands here when there is nothing. */
  empty: string
  items: ReactNode[]
}

/** One list of somebody's work: its first items, how many there are, and the way to the others. */
export function WorkSection({ id, title, count, whole, empty, items }: Props) {
  return (
    <section className="work-section" aria-labelledby={id}>
      <div className="work-head">
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        <span className="work-count">{count}</span>
        {whole && items.length > 0 && (
          <Link prefetch={false} className="link" href={whole.href}>
            {whole.label}
          </Link>
        )}
      </div>
      {items.length === 0 ? <p className="text-ink-muted">{empty}</p> : <ul>{items}</ul>}
    </section>
  )
}
