'use client'

import Link from 'next/link'
import { useMemo, useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { useTable, type RowSelectionState, type SortingState, type Updater } from '@tanstack/react-table'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { Action } from '@/components/form/use-action'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { EmptyState } from '@/components/ui/empty-state'
import { Button, buttonClass } from '@/components/ui/button'
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
import { Pager } from './pager'
import { ColumnMenu, SortMenu } from './table-menus'
import { useAddress } from './use-address'

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
  const body = useRef<HTMLTableSectionElement>(null)
  const lastPicked = useRef<number | null>(null)
  const [selection, setSelection] = useState<RowSelectionState>({})
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

  const picked = rows.filter((row) => selection[row.id])
  const pick = (index: number, on: boolean, range: boolean) => {
    const from = range && lastPicked.current !== null ? lastPicked.current : index
    lastPicked.current = index
    const touched = new Set(rows.slice(Math.min(from, index), Math.max(from, index) + 1).map((row) => row.id))
    const kept = rows.filter(({ id }) => (touched.has(id) ? on : selection[id]))
    setSelection(Object.fromEntries(kept.map(({ id }) => [id, true as const])))
  }

  const links = () => [...(body.current?.querySelectorAll<HTMLAnchorElement>('[data-row-link]') ?? [])]
  const focusedRow = () => links().findIndex((link) => link.closest('tr')?.contains(document.activeElement))
  const move = (step: 1 | -1) => links()[Math.max(0, focusedRow() + step)]?.focus()
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    x: () => {
      const index = focusedRow()
      const row = rows[index]
      if (row) pick(index, !selection[row.id], false)
    },
    Escape: picked.length ? () => setSelection({}) : undefined,
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

  if (rows.length === 0 && !previous && !params.get('after')) {
    const filtered = ['status', 'article', 'desk', 'language', 'assignee', 'priority', 'q'].filter((one) =>
      params.get(one),
    )
    return filtered.length ? (
      <EmptyState
        title={t('nothing')}
        description={t('nothingHint')}
        action={
          <Button onClick={() => go(Object.fromEntries(filtered.map((one) => [one, null])))}>
            {t('clear')}
          </Button>
        }
      />
    ) : (
      <EmptyState
        title={t('empty')}
        description={t('emptyHint')}
        action={
          <Link className={buttonClass()} href="/articles">
            {t('toArticles')}
          </Link>
        }
      />
    )
  }

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
      {picked.length > 0 && (
        <BulkBar
          picked={picked}
          mayAssign={mayAssign}
          checkers={checkers}
          assign={assign}
          onClear={() => setSelection({})}
        />
      )}
      <div className="table-scroll">
        <table role="table" aria-label={t('table')} className="claims-table">
          <thead role="rowgroup">
            {table.getHeaderGroups().map((group) => (
              <tr role="row" key={group.id}>
                <th role="columnheader" scope="col" className="w-10">
                  <span className="sr-only">{t('column.select')}</span>
                  <input
                    type="checkbox"
                    aria-label={t('selectPage')}
                    className="size-4"
                    checked={rows.length > 0 && table.getIsAllPageRowsSelected()}
                    ref={(box) => {
                      if (box) box.indeterminate = picked.length > 0 && picked.length < rows.length
                    }}
                    onChange={(event) => table.toggleAllPageRowsSelected(event.target.checked)}
                  />
                </th>
                {group.headers.map((header) => {
                  const sorted = sorting.find(({ id }) => id === header.column.id)
                  const Sign = !sorted ? ChevronsUpDown : sorted.desc ? ArrowDown : ArrowUp
                  const name = columnName(header.column.id)
                  return (
                    <th
                      role="columnheader"
                      scope="col"
                      key={header.id}
                      aria-sort={sorted ? (sorted.desc ? 'descending' : 'ascending') : undefined}
                    >
                      {header.column.getCanSort() ? (
                        <button
                          type="button"
                          className="sort-button"
                          onClick={header.column.getToggleSortingHandler()}
                        >
                          {name}
                          <Sign aria-hidden className="size-3.5 shrink-0" />
                        </button>
                      ) : (
                        name
                      )}
                    </th>
                  )
                })}
              </tr>
            ))}
          </thead>
          <tbody role="rowgroup" ref={body}>
            {table.getRowModel().rows.map((row, index) => (
              <tr role="row" key={row.id} data-picked={selection[row.id] || undefined}>
                <td role="cell" className="cell-select">
                  <input
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
