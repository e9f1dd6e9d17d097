'use client'

import { useTranslations } from 'next-intl'
import type { ReactTable } from '@tanstack/react-table'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { EarlyButton, EarlyInput } from '@/components/early/parts'
import type { ClaimTableRow, ColumnId, features } from './claim-columns'

type Props = {
  table: ReactTable<typeof features, ClaimTableRow>
  sorting: { id: string; desc: boolean }[]
  /** How many of the page's rows are picked, and how many there are. */
  picked: number
  rows: number
}

/** A press sorts by that column alone, with Shift by it after the others. */
export function TableHead({ table, sorting, picked, rows }: Props) {
  const t = useTranslations('claims')
  return (
    <thead role="rowgroup">
      {table.getHeaderGroups().map((group) => (
        <tr role="row" key={group.id}>
          <th role="columnheader" scope="col" className="head-select w-10">
            <span className="sr-only">{t('column.select')}</span>
            <label className="inline-flex items-center gap-2">
              <EarlyInput
                type="checkbox"
                className="size-4"
                aria-label={t('selectPage')}
                checked={rows > 0 && picked === rows}
                ref={(box) => {
                  if (box) box.indeterminate = picked > 0 && picked < rows
                }}
                onChange={(event) => table.toggleAllPageRowsSelected(event.target.checked)}
              />
              <span aria-hidden className="head-select-words">
                {t('selectPage')}
              </span>
            </label>
          </th>
          {group.headers.map(({ id, column }) => {
            const place = sorting.findIndex((one) => one.id === column.id)
            const sorted = sorting[place]
            const Sign = !sorted ? ChevronsUpDown : sorted.desc ? ArrowDown : ArrowUp
            const name = t(`column.${column.id as ColumnId}`)
            return (
              <th
                role="columnheader"
                scope="col"
                key={id}
                aria-sort={sorted ? (sorted.desc ? 'descending' : 'ascending') : undefined}
              >
                {column.getCanSort() ? (
                  <EarlyButton className="sort-button" onClick={column.getToggleSortingHandler()}>
                    {name}
                    <Sign aria-hidden className="size-3.5 shrink-0" />
                    {sorted && sorting.length > 1 && (
                      <span aria-hidden className="tabular-nums">
                        {place + 1}
                      </span>
                    )}
                  </EarlyButton>
                ) : (
                  name
                )}
              </th>
            )
          })}
        </tr>
      ))}
    </thead>
  )
}
