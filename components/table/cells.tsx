'use client'

import type { ReactNode } from 'react'
import Link from 'next/link'
import { useFormatter } from 'next-intl'
import { directionOf } from '@/text/direction'
import './cells.css'

/** A moment as a date, with the exact time in its title. `sign` comes before it. */
export function MomentCell({
  at,
  className,
  sign,
}: {
  at: Date | null
  className?: string
  sign?: ReactNode
}) {
  const format = useFormatter()
  if (!at) return null
  return (
    <time
      dateTime={at.toISOString()}
      title={format.dateTime(at, 'exact')}
      className={`${className ?? ''} md:whitespace-nowrap`}
    >
      {sign}
      <bdi>{format.dateTime(at, 'short')}</bdi>
    </time>
  )
}

/** A title in its own language. */
export const TitleCell = ({ title, language }: { title: string; language: string }) => (
  <span lang={language} dir={directionOf(language)} className="title-cell line-clamp-2 text-sm">
    {title}
  </span>
)

/** A row's link to its record, in the language of the linked text. */
export const LinkCell = ({
  href,
  language,
  children,
}: {
  href: string
  /** Without it the words decide their direction. */
  language?: string
  children: ReactNode
}) => (
  <Link href={href} prefetch={false} data-row-link className="row-link">
    <span
      lang={language}
      dir={language ? directionOf(language) : 'auto'}
      className="line-clamp-3 break-words"
    >
      {children}
    </span>
  </Link>
)
