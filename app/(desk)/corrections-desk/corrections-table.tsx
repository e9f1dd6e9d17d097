'use client'

import Link from 'next/link'
import { useMemo } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import {
  columnVisibilityFeature,
  createColumnHelper,
  rowPaginationFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type SortingState,
} from '@tanstack/react-table'
import { AlarmClock, ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { SeverityWord, StateWord } from './parts/words'
import { EarlyButton } from '@/components/early/parts'
import { useRowKeys } from '@/components/table/use-row-keys'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { CorrectionPage, CorrectionRow } from '@/domain/correction/queries'
import { naturalOrder, type Order, type Sort } from '@/domain/correction/params'
import { directionOf } from '@/domain/text/direction'
import { useListAddress } from './use-list-address'

const features = tableFeatures({ rowSortingFeature, rowPaginationFeature, columnVisibilityFeature })
const column = createColumnHelper<typeof features, CorrectionRow>()

function Matter({ row }: { row: CorrectionRow }) {
  const t = useTranslations('correction')
  return (
    <Link href={`/corrections-desk/${row.number}`} prefetch={false} data-row-link className="quote-link">
      <span
        lang={row.article.language}
        dir={directionOf(row.article.language)}
        className="line-clamp-3 break-words"
      >
        {row.wrong || row.right || row.quote || t('number', { number: row.number })}
      </span>
    </Link>
  )
}

function Kind({ row }: { row: CorrectionRow }) {
  const t = useTranslations('correction.kind')
  return <span className="whitespace-nowrap">{t(row.kind)}</span>
}

function Moment({ at, late = false }: { at: Date | null; late?: boolean }) {
  const t = useTranslations('correction')
  const format = useFormatter()
  if (!at) return null
  return (
    <time
      dateTime={at.toISOString()}
      title={format.dateTime(at, 'exact')}
      className={late ? 'due-late whitespace-nowrap' : 'whitespace-nowrap'}
    >
      {late && <AlarmClock role="img" aria-label={t('overdue')} className="size-4 shrink-0" />}
      <bdi>{format.dateTime(at, 'short')}</bdi>
    </time>
  )
}

const columns = column.columns([
  column.accessor('number', {
    id: 'number',
    cell: ({ getValue }) => <span className="tabular-nums">{getValue()}</span>,
  }),
  column.accessor('wrong', {
    id: 'quote',
    enableSorting: false,
    cell: ({ row }) => <Matter row={row.original} />,
  }),
  column.accessor('kind', {
    id: 'kind',
    enableSorting: false,
    cell: ({ row }) => <Kind row={row.original} />,
  }),
  column.accessor('severity', {
    id: 'severity',
    cell: ({ getValue }) => <SeverityWord severity={getValue()} />,
  }),
  column.accessor('state', {
    id: 'state',
    enableSorting: false,
    cell: ({ getValue }) => <StateWord state={getValue()} />,
  }),
  column.accessor('article', {
    id: 'article',
    enableSorting: false,
    cell: ({ getValue }) => {
      const { language, title } = getValue()
      return (
        <span lang={language} dir={directionOf(language)} className="line-clamp-2 text-sm">
          {title}
        </span>
      )
    },
  }),
  column.accessor('owner', {
    id: 'owner',
    enableSorting: false,
    cell: ({ getValue }) => <bdi>{getValue()?.name}</bdi>,
  }),
  column.accessor('dueAt', {
    id: 'due',
    sortDescFirst: false,
    cell: ({ row }) => <Moment at={row.original.dueAt} late={row.original.overdue} />,
  }),
  column.accessor('reportedAt', { id: 'reported', cell: ({ getValue }) => <Moment at={getValue()} /> }),
])

type Props = { page: CorrectionPage; sort: Sort; order: Order; filtered: boolean }

/** Corrections of a page. The server sorts, filters and cuts; the address says how. */
export function CorrectionsTable({ page, sort, order, filtered }: Props) {
  const t = useTranslations('correction')
  const { params, href, go, pending } = useListAddress()
  const { body, onKeyDown } = useRowKeys({ onToggle: () => undefined })
  const sorting: SortingState = useMemo(() => [{ id: sort, desc: order === 'desc' }], [sort, order])
  const table = useTable({
    features,
    columns,
    data: page.items,
    rowCount: page.total,
    getRowId: (row) => row.id,
    manualSorting: true,
    manualPagination: true,
    enableSortingRemoval: false,
    state: { sorting },
    onSortingChange: (updater) => {
      const wanted = (typeof updater === 'function' ? updater(sorting) : updater)[0]
      const by = (wanted?.id ?? 'due') as Sort
      const direction = wanted?.desc ? 'desc' : 'asc'
      go({ sort: by === 'due' ? null : by, order: direction === naturalOrder(by) ? null : direction })
    },
  })
  const name = (id: string) => t(`column.${id === 'quote' ? 'matter' : (id as Sort)}`)
  if (page.items.length === 0)
    return <EmptyState title={filtered ? t('nothing') : t('empty')} description={t('emptyHint')} />
  const look = buttonClass({ size: 'sm' })
  return (
    <div className="grid gap-3" aria-busy={pending || undefined}>
      <p role="status" className="text-sm text-ink-muted">
        {t('shown', { count: page.items.length, total: page.total })}
      </p>
      <div className="table-scroll">
        <table role="table" aria-label={t('table')} className="claims-table corrections-table">
          <thead role="rowgroup">
            {table.getHeaderGroups().map((group) => (
              <tr role="row" key={group.id}>
                {group.headers.map(({ id, column: one }) => {
                  const sorted = one.id === sort
                  const Sign = !sorted ? ChevronsUpDown : order === 'desc' ? ArrowDown : ArrowUp
                  return (
                    <th
                      role="columnheader"
                      scope="col"
                      key={id}
                      aria-sort={sorted ? (order === 'desc' ? 'descending' : 'ascending') : undefined}
                    >
                      {one.getCanSort() ? (
                        <EarlyButton className="sort-button" onClick={one.getToggleSortingHandler()}>
                          {name(one.id)}
                          <Sign aria-hidden className="size-3.5 shrink-0" />
                        </EarlyButton>
                      ) : (
                        name(one.id)
                      )}
                    </th>
                  )
                })}
              </tr>
            ))}
          </thead>
          <tbody role="rowgroup" ref={body} onKeyDown={onKeyDown}>
            {table.getRowModel().rows.map((row) => (
              <tr role="row" key={row.id}>
                {row.getVisibleCells().map((cell) => (
                  <td
                    role="cell"
                    key={cell.id}
                    data-column={cell.column.id}
                    data-label={name(cell.column.id)}
                  >
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <nav aria-label={t('pages')} className="flex flex-wrap gap-2">
        {(params.get('after') || params.get('before')) && (
          <Link prefetch={false} className={look} href={href({ after: null, before: null })}>
            {t('first')}
          </Link>
        )}
        {page.previous && (
          <Link
            prefetch={false}
            className={look}
            href={href({ before: page.previous, after: null })}
            rel="prev"
          >
            {t('previous')}
          </Link>
        )}
        {page.next && (
          <Link prefetch={false} className={look} href={href({ after: page.next, before: null })} rel="next">
            {t('next')}
          </Link>
        )}
      </nav>
    </div>
  )
}
