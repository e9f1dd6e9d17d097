'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { Bell as BellSign } from 'lucide-react'
import './bell.css'

/** The largest number that the sign shows; the link's name has the exact one. */
const MOST = 99

/** The way to the notices, with how many of them are unread. */
export function Bell({ unread }: { unread: number }) {
  const t = useTranslations('notices')
  const format = useFormatter()
  const pathname = usePathname()
  return (
    <Link
      href="/notices"
      prefetch={false}
      className="bell"
      aria-label={t('bell', { count: unread })}
      aria-current={pathname === '/notices' ? 'page' : undefined}
    >
      <BellSign aria-hidden className="size-5" />
      {unread > 0 && (
        <span aria-hidden className="bell-count">
          {format.number(Math.min(unread, MOST))}
          {unread > MOST && '+'}
        </span>
      )}
    </Link>
  )
}
