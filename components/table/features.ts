import {
  columnVisibilityFeature,
  createColumnHelper,
  rowPaginationFeature,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  type ReactTable,
} from '@tanstack/react-table'
import { naturalOrder, type AnyList } from '@/domain/list/table'

export const features = tableFeatures({
  rowSortingFeature,
  rowPaginationFeature,
  rowSelectionFeature,
  columnVisibilityFeature,
})

export type Row = { id: string }
export type Table<R extends Row> = ReactTable<typeof features, R>

/**
 * The columns of a table. A column can be sorted if the list has a sort with its id; the first press uses the natural
 * order.
 */
export const columnsOf = <R extends Row>(list: AnyList, ids: readonly string[]) =>
  ids.map((id) =>
    createColumnHelper<typeof features, R>().accessor((row): unknown => row.id, {
      id,
      enableSorting: Object.hasOwn(list.columns, id),
      sortDescFirst: naturalOrder(list, id) === 'desc',
    }),
  )
