'use client'

import { useMemo, type ReactNode } from 'react'
import { useTable, type Updater } from '@tanstack/react-table'
import type { Page } from '@/domain/list/page'
import type { AnyList, SortBy, SortOf } from '@/domain/list/table'
import { columnsOf, features, type Row } from './features'
import { BehindNotice } from './behind-notice'
import { Pager } from './pager'
import { TableBody, type Cells } from './table-body'
import { TableHead } from './table-head'
import { ColumnMenu, SortMenu } from './table-menus'
import { TableSummary } from './table-summary'
import type { ListAddress } from './use-list-address'
import { usePicking } from './use-picking'
import { useRowKeys } from './use-row-keys'
import { useSteadyRows } from './use-steady-rows'
import './data-table.css'

type Props<R extends Row, L extends AnyList, C extends Cells<R>> = {
  list: L
  address: ListAddress
  page: Page<R> & { total: number }
  by: readonly SortBy[]
  /** The table's accessible name. */
  label: string
  cells: C
  /** The column that links to the row's record. It can never be hidden. */
  main: string
  /** Columns whose values need no name beside them on a narrow screen. */
  unnamed?: readonly string[]
  /** The name of a cell's column, or of a column that rows are only sorted by. */
  columnName: (id: ColumnId<L, C>) => string
  /** Shown instead of an empty table. */
  empty: ReactNode
  /** The columns shown by default, if the reader can choose columns. */
  shownAtFirst?: readonly string[]
  /** The number of rows per page, if the reader can choose it. */
  pageSize?: number
  /**
   * For tables whose rows can be picked: the name of a row's checkbox, and the actions on the picked rows. The actions
   * stay when the last row leaves the page, with what they say of those rows.
   */
  picking?: {
    nameOf: (row: R) => string
    bar: (picked: R[], pickOnly: (ids: readonly string[]) => void) => ReactNode
  }
}

/** Every column that a table can name: those with cells, and those that its list sorts by. */
export type ColumnId<L extends AnyList, C> = (keyof C & string) | SortOf<L>

const resolve = <T,>(updater: Updater<T>, present: T): T =>
  typeof updater === 'function' ? (updater as (old: T) => T)(present) : updater

/**
 * One page of rows. The server sorts, filters and cuts them as the address says. Only the picked rows are local state.
 */
export function DataTable<R extends Row, L extends AnyList, C extends Cells<R>>(props: Props<R, L, C>) {
  const { list, address, page, by, cells, main, shownAtFirst, picking } = props
  const columnName = props.columnName
  const { total, next, previous } = page
  const { rows, behind, catchUp } = useSteadyRows(page.items, address.params.toString())
  const { selection, picked, pick, pickOnly } = usePicking(rows)
  const ids = Object.keys(cells)
  const columns = useMemo(() => columnsOf<R>(list, Object.keys(cells)), [list, cells])
  const sorting = by.map(({ sort, order }) => ({ id: sort, desc: order === 'desc' }))
  const shown = shownAtFirst && (address.params.get('columns')?.split(',') ?? shownAtFirst)
  const several = Boolean(list.several)

  const table = useTable({
    features,
    columns,
    data: rows,
    rowCount: total,
    getRowId: (row) => row.id,
    manualSorting: true,
    manualPagination: true,
    enableMultiSort: several,
    enableSortingRemoval: several,
    state: {
      sorting,
      rowSelection: selection,
      columnVisibility: Object.fromEntries(
        ids.map((id) => [id, id === main || !shown || shown.includes(id)]),
      ),
      pagination: { pageIndex: 0, pageSize: props.pageSize ?? list.pageSize },
    },
    onSortingChange: (updater) => {
      const wanted = resolve(updater, sorting)
      address.go({
        sort: wanted.map(({ id }) => id).join(',') || null,
        order: wanted.map(({ desc }) => (desc ? 'desc' : 'asc')).join(',') || null,
      })
    },
    onRowSelectionChange: (updater) => {
      const wanted = resolve(updater, selection)
      pickOnly(Object.keys(wanted).filter((id) => wanted[id]))
    },
  })

  const { body, onKeyDown } = useRowKeys({
    onToggle: (index) => picking && pick(index, !selection[rows[index]?.id ?? '']),
    onClear: picked.length ? () => pickOnly([]) : undefined,
  })

  return (
    <div className="grid gap-3 max-md:gap-1" aria-busy={address.pending || undefined}>
      {rows.length > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          <TableSummary shown={rows.length} {...{ total, by, columnName }} />
          <BehindNotice {...{ behind, catchUp }} />
          {several && (
            <SortMenu
              ids={ids.filter((id) => table.getColumn(id)?.getCanSort())}
              {...{ sorting, columnName }}
              onSort={(id) => table.getColumn(id)?.toggleSorting(undefined, true)}
            />
          )}
          {shown && (
            <ColumnMenu
              ids={ids.filter((id) => id !== main)}
              {...{ shown, columnName }}
              onChange={(wanted) => address.go({ columns: wanted.join(',') || null })}
            />
          )}
        </div>
      )}
      {picking?.bar(picked, pickOnly)}
      {rows.length === 0 ? (
        props.empty
      ) : (
        <>
          <div className="table-scroll">
            <table role="table" aria-label={props.label} className="data-table" data-picking={picking && ''}>
              <TableHead
                {...{ table, sorting, columnName }}
                picked={picking && picked.length}
                rows={rows.length}
              />
              <TableBody
                {...{ table, body, onKeyDown, cells, main, columnName, selection, pick }}
                unnamed={props.unnamed}
                nameOf={picking?.nameOf}
              />
            </table>
          </div>
          <Pager {...{ address, next, previous }} pageSize={props.pageSize} />
        </>
      )}
    </div>
  )
}
