'use client'

import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { EarlyInput } from '@/components/early/parts'
import type { Row, Table } from './features'

/** The cells of a row, by column id, in the order of the columns. */
export type Cells<R> = Record<string, (row: R) => ReactNode>

type Props<R extends Row> = {
  table: Table<R>
  body: RefObject<HTMLTableSectionElement | null>
  onKeyDown: (event: KeyboardEvent) => void
  cells: Cells<R>
  main: string
  /** Columns whose values need no name beside them on a narrow screen. */
  unnamed?: readonly string[]
  columnName: (id: string) => string
  selection: Record<string, boolean>
  pick: (index: number, on: boolean, range?: boolean) => void
  /** The name of a row's checkbox, for tables whose rows can be picked. */
  nameOf?: (row: R) => string
}

/** The rows. On a narrow screen each row is a card that repeats the column names beside the values. */
export function TableBody<R extends Row>({
  table,
  body,
  onKeyDown,
  cells,
  main,
  unnamed = [],
  columnName,
  selection,
  pick,
  nameOf,
}: Props<R>) {
  return (
    <tbody role="rowgroup" ref={body} onKeyDown={onKeyDown}>
      {table.getRowModel().rows.map((row, index) => (
        <tr role="row" key={row.id} data-picked={selection[row.id] || undefined}>
          {nameOf && (
            <td role="cell" className="cell-select">
              <EarlyInput
                type="checkbox"
                className="size-4"
                aria-label={nameOf(row.original)}
                checked={Boolean(selection[row.id])}
                onChange={(event) =>
                  pick(index, event.target.checked, (event.nativeEvent as MouseEvent).shiftKey)
                }
              />
            </td>
          )}
          {row.getVisibleCells().map(({ id, column }) => (
            <td
              role="cell"
              key={id}
              data-main={column.id === main ? '' : undefined}
              data-label={
                column.id === main || unnamed.includes(column.id) ? undefined : columnName(column.id)
              }
            >
              {cells[column.id]?.(row.original)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}
