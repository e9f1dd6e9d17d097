'use client'

import { useTranslations } from 'next-intl'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { EarlyButton, EarlyInput } from '@/components/early/parts'
import type { Row, Table } from './features'

type BoxProps = { picked: number; rows: number; onPickAll: (on: boolean) => void }

function PickAll({ picked, rows, onPickAll }: BoxProps) {
  const t = useTranslations('common.table')
  return (
    <th role="columnheader" scope="col" className="head-select w-10">
      <span className="sr-only">{t('select')}</span>
      <label className="inline-flex items-center gap-2">
        <EarlyInput
          type="checkbox"
          className="size-4"
          aria-label={t('selectPage')}
          checked={rows > 0 && picked === rows}
          ref={(box) => {
            if (box) box.indeterminate = picked > 0 && picked < rows
          }}
          onChange={(event) => onPickAll(event.target.checked)}
        />
        <span aria-hidden className="head-select-words">
          {t('selectPage')}
        </span>
      </label>
    </th>
  )
}

type Props<R extends Row> = {
  table: Table<R>
  sorting: { id: string; desc: boolean }[]
  columnName: (id: string) => string
  /** How many of the page's rows are picked; undefined if rows cannot be picked. */
  picked?: number
  rows: number
}

/** A press on a heading sorts by that column alone. With Shift it adds the column, if the list allows several. */
export function TableHead<R extends Row>({ table, sorting, columnName, picked, rows }: Props<R>) {
  return (
    <thead role="rowgroup">
      {table.getHeaderGroups().map((group) => (
        <tr role="row" key={group.id}>
          {picked !== undefined && (
            <PickAll picked={picked} rows={rows} onPickAll={(on) => table.toggleAllPageRowsSelected(on)} />
          )}
          {group.headers.map(({ id, column }) => {
            const index = sorting.findIndex((one) => one.id === column.id)
            const sorted = sorting[index]
            const Sign = !sorted ? ChevronsUpDown : sorted.desc ? ArrowDown : ArrowUp
            return (
              <th
                role="columnheader"
                scope="col"
                key={id}
                aria-sort={sorted ? (sorted.desc ? 'descending' : 'ascending') : undefined}
              >
                {column.getCanSort() ? (
                  <EarlyButton className="sort-button" onClick={column.getToggleSortingHandler()}>
                    {columnName(column.id)}
                    <Sign aria-hidden className="size-3.5 shrink-0" />
                    {sorted && sorting.length > 1 && (
                      <span aria-hidden className="tabular-nums">
                        {index + 1}
                      </span>
                    )}
                  </EarlyButton>
                ) : (
                  columnName(column.id)
                )}
              </th>
            )
          })}
        </tr>
      ))}
    </thead>
  )
}
