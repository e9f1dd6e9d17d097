'use client'

import { useMemo, type ComponentProps } from 'react'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/table/data-table'
import { claimList, type ClaimListParams } from '@/domain/claim/list'
import type { ClaimPage } from '@/domain/claim/queries'
import { BulkBar } from './bulk/bulk-bar'
import { claimCells, SHOWN_AT_FIRST } from './claim-cells'
import { NoClaims } from './no-claims'
import { useClaimsAddress } from './use-claims-address'

/** A status comes with its sign. */
const UNNAMED = ['status']

type Props = {
  page: Omit<ClaimPage, 'may'>
  by: ClaimListParams['by']
  pageSize: number
  query: string
  /** The claims of this page that colleagues changed since the reader opened them. */
  changed: string[]
} & Pick<ComponentProps<typeof BulkBar>, 'filter' | 'may' | 'checkers'>

/** One page of claims. The reader can change the picked ones together, or all that the filters select. */
export function ClaimsTable({ page, by, pageSize, query, changed, ...bulk }: Props) {
  const t = useTranslations('claims')
  const cells = useMemo(() => claimCells(query, new Set(changed)), [query, changed])
  return (
    <DataTable
      list={claimList}
      address={useClaimsAddress()}
      {...{ page, by, pageSize, cells }}
      main="quote"
      unnamed={UNNAMED}
      label={t('table')}
      columnName={(id) => t(`column.${id}`)}
      shownAtFirst={SHOWN_AT_FIRST}
      empty={<NoClaims total={page.total} />}
      picking={{
        nameOf: ({ number, quote }) => t('selectRow', { number, quote: [...quote].slice(0, 60).join('') }),
        bar: (picked, onPickOnly) => (
          <BulkBar {...{ picked, onPickOnly }} shown={page.items.length} total={page.total} {...bulk} />
        ),
      }}
    />
  )
}
