'use client'

import { useMemo } from 'react'
import { useTranslations } from 'next-intl'
import { useTable, type SortingState, type Updater } from '@tanstack/react-table'
import { EarlyInput } from '@/components/early/parts'
import type { Action } from '@/components/form/use-action'
import type { SortBy } from '@/domain/claim/params'
import { BulkBar, type Assigned } from './bulk-bar'
import {
  COLUMN_IDS,
  columnsFor,
  features,
  SHOWN_AT_FIRST,
  type ClaimTableRow,
  type ColumnId,
} from './claim-columns'
import { NoClaims } from './no-claims'
import { Pager } from './pager'
import { TableHead } from './table-head'
import { ColumnMenu, SortMenu } from './table-menus'
import { useAddress } from './use-address'
import { usePicking } from './use-picking'
import { useRowKeys } from './use-row-keys'

type Props = {
  rows: ClaimTableRow[]
  total: number
  next: string | null
  previous: string | null
  by: SortBy[]
  pageSize: number
  query: string
  mayAssign: boolean
  checkers: { id: string; name: string }[]
  assign: Action<{ claims: { id: string; version: number }[]; assigneeId: string | null }, Assigned>
}

const resolve = <T,>(updater: Updater<T>, present: T): T =>
  typeof updater === 'function' ? (updater as (old: T) => T)(present) : updater

/** The claims of a page. The server sorts, filters and cuts; the address says how; only the selection lives here. */
export function ClaimsTable({
  rows,
  total,
  next,
  previous,
  by,
  pageSize,
  query,
  mayAssign,
  checkers,
  assign,
}: Props) {
  const t = useTranslations('claims')
  const { params, go, pending } = useAddress()
  const { selection, setSelection, picked, pick, pickOnly } = usePicking(rows)
  const columns = useMemo(() => columnsFor(query), [query])
  const sorting: SortingState = by.map(({ sort, order }) => ({ id: sort, desc: order === 'desc' }))
  const shown = (params.get('columns')?.split(',') ?? SHOWN_AT_FIRST) as readonly string[]
  const visibility = Object.fromEntries(COLUMN_IDS.map((id) => [id, id === 'quote' || shown.includes(id)]))

  const table = useTable({
    features,
    columns,
    data: rows,
    rowCount: total,
    getRowId: (row) => row.id,
    manualSorting: true,
    manualPagination: true,
    enableSortingRemoval: true,
    state: {
      sorting,
      rowSelection: selection,
      columnVisibility: visibility,
      pagination: { pageIndex: 0, pageSize },
    },
    onSortingChange: (updater) => {
      const wanted = resolve(updater, sorting)
      go({
        sort: wanted.map(({ id }) => id).join(',') || null,
        order: wanted.map(({ desc }) => (desc ? 'desc' : 'asc')).join(',') || null,
      })
    },
    onRowSelectionChange: (updater) => setSelection(resolve(updater, selection)),
  })

  const { body, onKeyDown } = useRowKeys({
    onToggle: (index) => pick(index, !selection[rows[index]?.id ?? '']),
    onClear: picked.length ? () => setSelection({}) : undefined,
  })

  const columnName = (id: string) => t(`column.${id as ColumnId}`)
  const order = by
    .map((one) =>
      t('sortedBy', {
        column: columnName(one.sort),
        direction: t(one.order === 'asc' ? 'ascending' : 'descending'),
      }),
    )
    .join(' · ')

  if (rows.length === 0) return <NoClaims total={total} />

  return (
    <div className="grid gap-3" aria-busy={pending || undefined}>
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="me-auto text-sm text-ink-muted">
          {t('shown', { count: rows.length, total })} {t('sorted', { columns: order })}
        </p>
        <SortMenu
          columns={table.getAllLeafColumns().filter((one) => one.getCanSort())}
          sorting={sorting}
          onSort={(id) => table.getColumn(id)?.toggleSorting(undefined, true)}
        />
        <ColumnMenu shown={shown} onChange={(ids) => go({ columns: ids.join(',') || null })} />
      </div>
      <BulkBar
        picked={picked}
        mayAssign={mayAssign}
        checkers={checkers}
        assign={assign}
        onPickOnly={pickOnly}
      />
      <div className="table-scroll">
        <table role="table" aria-label={t('table')} className="claims-table">
          <TableHead table={table} sorting={sorting} picked={picked.length} rows={rows.length} />
          <tbody role="rowgroup" ref={body} onKeyDown={onKeyDown}>
            {table.getRowModel().rows.map((row, index) => (
              <tr role="row" key={row.id} data-picked={selection[row.id] || undefined}>
                <td role="cell" className="cell-select">
                  <EarlyInput
                    type="checkbox"
                    className="size-4"
                    aria-label={t('selectRow', {
                      number: row.original.number,
                      quote: [...row.original.quote].slice(0, 60).join(''),
                    })}
                    checked={Boolean(selection[row.id])}
                    onChange={(event) =>
                      pick(index, event.target.checked, (event.nativeEvent as MouseEvent).shiftKey)
                    }
                  />
                </td>
                {row.getVisibleCells().map((cell) => (
                  <td
                    role="cell"
                    key={cell.id}
                    data-column={cell.column.id}
                    data-label={columnName(cell.column.id)}
                  >
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager next={next} previous={previous} pageSize={pageSize} />
    </div>
  )
}
