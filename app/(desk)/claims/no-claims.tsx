'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { isFiltered, withoutFilters } from '@/components/table/filter-select'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FILTERS } from './claim-filters'
import { useClaimsAddress } from './use-claims-address'

type Props = {
  /** How many claims match the filters, on all pages. */
  total: number
}

/** Explains why no claim is shown, and what to do about it. */
export function NoClaims({ total }: Props) {
  const t = useTranslations('claims')
  const tFilters = useTranslations('common.filters')
  const tTable = useTranslations('common.table')
  const { params, href, go } = useClaimsAddress()
  if (total > 0)
    return (
      <EmptyState
        title={t('pageGone')}
        description={t('pageGoneHint')}
        action={
          <Link className={buttonClass()} href={href({ after: null, before: null })} prefetch={false}>
            {tTable('first')}
          </Link>
        }
      />
    )
  if (isFiltered(params, FILTERS))
    return (
      <EmptyState
        title={t('nothing')}
        description={t('nothingHint')}
        action={<Button onClick={() => go(withoutFilters(FILTERS))}>{tFilters('clear')}</Button>}
      />
    )
  return (
    <EmptyState
      title={t('empty')}
      description={t('emptyHint')}
      action={
        <Link className={buttonClass()} href="/articles" prefetch={false}>
          {t('toArticles')}
        </Link>
      }
    />
  )
}
