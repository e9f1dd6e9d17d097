'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { buttonClass } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import { PAGE_SIZES } from '@/domain/claim/params'
import { useAddress } from './use-address'

type Props = { next: string | null; previous: string | null; pageSize: number }

/** On and back by keyset: each page has its own address. */
export function Pager({ next, previous, pageSize }: Props) {
  const t = useTranslations('claims')
  const { params, href, go } = useAddress()
  const sizes = [...new Set([...PAGE_SIZES, pageSize])].sort((a, b) => a - b)
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
      <label className="ms-auto flex items-center gap-2 text-sm">
        {t('pageSize')}
        <Select className="w-auto" value={pageSize} onChange={(event) => go({ limit: event.target.value })}>
          {sizes.map((size) => (
            <option key={size} value={size}>
              {size}
            </option>
          ))}
        </Select>
      </label>
    </nav>
  )
}
