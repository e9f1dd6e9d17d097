'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import {
  columnVisibilityFeature,
  createColumnHelper,
  rowPaginationFeature,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import { ClaimStatusBadge } from '@/components/claim/status'
import type { ClaimStatus, Priority } from '@/domain/claim/rules'
import { directionOf } from '@/domain/text/direction'
import { Highlight } from './highlight'

export type ClaimTableRow = {
  id: string
  number: number
  quote: string
  status: ClaimStatus
  priority: Priority
  version: number
  dueAt: Date | null
  createdAt: Date
  updatedAt: Date
  article: { id: string; title: string; language: string }
  desk: { id: string; name: string } | null
  assignee: { id: string; name: string } | null
}

export const features = tableFeatures({
  rowSortingFeature,
  rowPaginationFeature,
  rowSelectionFeature,
  columnVisibilityFeature,
})

const column = createColumnHelper<typeof features, ClaimTableRow>()

export const COLUMN_IDS = [
  'number',
  'quote',
  'status',
  'article',
  'desk',
  'assignee',
  'priority',
  'due',
  'updated',
  'created',
] as const
export type ColumnId = (typeof COLUMN_IDS)[number]
export const SHOWN_AT_FIRST: readonly ColumnId[] = [
  'number',
  'quote',
  'status',
  'article',
  'assignee',
  'due',
  'updated',
]

export const claimHref = (row: ClaimTableRow) => `/articles/${row.article.id}/claims/${row.number}`

function Quote({ row, query }: { row: ClaimTableRow; query: string }) {
  return (
    <Link href={claimHref(row)} prefetch={false} data-row-link className="quote-link">
      <span lang={row.article.language} dir={directionOf(row.article.language)} className="line-clamp-3">
        <Highlight text={row.quote} query={query} />
      </span>
    </Link>
  )
}

function Moment({ at }: { at: Date | null }) {
  const format = useFormatter()
  if (!at) return null
  return (
    <time dateTime={at.toISOString()} title={format.dateTime(at, 'exact')} className="whitespace-nowrap">
      <bdi>{format.dateTime(at, 'short')}</bdi>
    </time>
  )
}

function Status({ status }: { status: ClaimStatus }) {
  const t = useTranslations('common.status')
  return <ClaimStatusBadge status={status} label={t(status)} />
}

function PriorityWord({ priority }: { priority: Priority }) {
  const t = useTranslations('common.priority')
  return (
    <span className={priority === 'urgent' || priority === 'high' ? 'font-semibold' : ''}>{t(priority)}</span>
  )
}

/** The columns; those whose id is a sort of the list can be sorted by. */
export const columnsFor = (query: string) =>
  column.columns([
    column.accessor('number', {
      id: 'number',
      sortDescFirst: false,
      cell: ({ getValue }) => <span className="tabular-nums">{getValue()}</span>,
    }),
    column.accessor('quote', {
      id: 'quote',
      enableSorting: false,
      enableHiding: false,
      cell: ({ row }) => <Quote row={row.original} query={query} />,
    }),
    column.accessor('status', {
      id: 'status',
      sortDescFirst: false,
      cell: ({ getValue }) => <Status status={getValue()} />,
    }),
    column.accessor('article', {
      id: 'article',
      sortDescFirst: false,
      cell: ({ getValue }) => {
        const article = getValue()
        return (
          <span lang={article.language} dir={directionOf(article.language)} className="line-clamp-2 text-sm">
            {article.title}
          </span>
        )
      },
    }),
    column.accessor('desk', {
      id: 'desk',
      enableSorting: false,
      cell: ({ getValue }) => <bdi>{getValue()?.name}</bdi>,
    }),
    column.accessor('assignee', {
      id: 'assignee',
      enableSorting: false,
      cell: ({ getValue }) => <bdi>{getValue()?.name}</bdi>,
    }),
    column.accessor('priority', {
      id: 'priority',
      cell: ({ getValue }) => <PriorityWord priority={getValue()} />,
    }),
    column.accessor('dueAt', {
      id: 'due',
      sortDescFirst: false,
      cell: ({ getValue }) => <Moment at={getValue()} />,
    }),
    column.accessor('updatedAt', {
      id: 'updated',
      sortDescFirst: true,
      cell: ({ getValue }) => <Moment at={getValue()} />,
    }),
    column.accessor('createdAt', {
      id: 'created',
      sortDescFirst: true,
      cell: ({ getValue }) => <Moment at={getValue()} />,
    }),
  ])
