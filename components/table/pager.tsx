'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { buttonClass } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import type { ListAddress } from './use-list-address'

const PAGE_SIZES = [25, 50, 100, 200]

type Props = {
  address: ListAddress
  next: string | null
  previous: string | null
  /** The number of rows per page, if the reader can choose it. */
  pageSize?: number
}

/** Links to the next and previous page by cursor. Each page has its own address. */
export function Pager({ address: { params, href, go }, next, previous, pageSize }: Props) {
  const t = useTranslations('common.table')
  const look = buttonClass({ size: 'sm' })
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center gap-2">
      {(params.get('after') || params.get('before')) && (
        <Link prefetch={false} className={look} href={href({ after: null, before: null })}>
          {t('first')}
        </Link>
      )}
      {previous && (
        <Link prefetch={false} className={look} href={href({ before: previous, after: null })} rel="prev">
          <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
          {t('previous')}
        </Link>
      )}
      {next && (
        <Link prefetch={false} className={look} href={href({ after: next, before: null })} rel="next">
          {t('next')}
          <ChevronRight aria-hidden className="size-4 rtl:rotate-180" />
        </Link>
      )}
      {pageSize && (
        <label className="ms-auto flex items-center gap-2 text-sm">
          {t('pageSize')}
          <Select className="w-auto" value={pageSize} onChange={(event) => go({ limit: event.target.value })}>
            {[...new Set([...PAGE_SIZES, pageSize])]
              .sort((a, b) => a - b)
              .map((size) => (
                <option key={size} value={size}>
                  {size}
                </option>
              ))}
          </Select>
        </label>
      )}
    </nav>
  )
}
