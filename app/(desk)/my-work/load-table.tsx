'use client'

import type { ReactNode } from 'react'
import Link from 'next/link'
import { AlarmClock } from 'lucide-react'
import { BehindNotice } from '@/components/table/behind-notice'
import { useSteadyRows } from '@/components/table/use-steady-rows'
import type { Load } from './work-links'
import './work.css'

type Row = { id: string; name: ReactNode; figures: Record<Load, { value: string; href: string | null }> }

type Props = {
  caption: string
  /** What the first column holds. */
  of: string
  names: Record<Load, string>
  rows: Row[]
}

const LOADS = ['open', 'overdue', 'today'] as const

/**
 * Open, overdue and due claims of people or articles; each figure leads to the claims that it counts. Figures change in
 * place while others work, and no row moves before the reader wants it.
 */
export function LoadTable({ caption, of, names, rows: newest }: Props) {
  const { rows, behind, catchUp } = useSteadyRows(newest, '')
  return (
    <>
      <BehindNotice {...{ behind, catchUp }} />
      <table className="load-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            {LOADS.map((load) => (
              <th key={load} scope="col">
                {names[load]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, figures }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {LOADS.map((load) => {
                const { value, href } = figures[load]
                return (
                  <td key={load}>
                    {href ? (
                      <Link
                        prefetch={false}
                        href={href}
                        className={load === 'overdue' ? 'link load-late' : 'link'}
                      >
                        {load === 'overdue' && <AlarmClock aria-hidden className="size-4" />}
                        {value}
                      </Link>
                    ) : (
                      <span className="text-ink-muted">{value}</span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
