import type { ReactNode } from 'react'
import { cx } from './cx'

/** Short facts one after another in one line, each in its own direction. */
export function FactsLine({ facts, className }: { facts: readonly ReactNode[]; className?: string }) {
  return (
    <p className={cx('text-sm text-ink-muted', className)}>
      {facts.map((fact, index) => (
        <span key={index}>
          {index > 0 && <span aria-hidden> · </span>}
          <bdi>{fact}</bdi>
        </span>
      ))}
    </p>
  )
}
