'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FILTERS } from './claim-filters'
import { isFiltered } from './filter-select'
import { useAddress } from './use-address'

type Props = {
  /** Claims that the filters leave, on whatever page. */
  total: number
}

/** Why no claim is shown, and what to do about it. */
export function NoClaims({ total }: Props) {
  const t = useTranslations('claims')
  const { params, href, go } = useAddress()
  if (total > 0)
    return (
      <EmptyState
        title={t('pageGone')}
        description={t('pageGoneHint')}
        action={
          <Link className={buttonClass()} href={href({ after: null, before: null })} prefetch={false}>
            {t('first')}
          </Link>
        }
      />
    )
  if (isFiltered(params, FILTERS))
    return (
      <EmptyState
        title={t('nothing')}
        description={t('nothingHint')}
        action={
          <Button onClick={() => go(Object.fromEntries(FILTERS.map((name) => [name, null])))}>
            {t('clear')}
          </Button>
        }
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
