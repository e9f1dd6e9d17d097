'use client'

import { useTranslations } from 'next-intl'
import { ChangedMark } from '@/components/claim/changed-mark'
import { ClaimDue } from '@/components/claim/due-time'
import { ClaimStatusBadge } from '@/components/claim/status'
import { LinkCell, MomentCell, TitleCell } from '@/components/table/cells'
import type { Cells } from '@/components/table/table-body'
import type { AnchorState } from '@/domain/anchor/shape'
import type { ClaimRow } from '@/domain/claim/shape'
import type { Priority } from '@/domain/claim/rules'
import type { ClaimStatus } from '@/domain/claim/statuses'
import { useZoneName } from '@/components/ui/zone'
import { Highlight } from './highlight'

export const SHOWN_AT_FIRST = ['number', 'quote', 'status', 'article', 'assignee', 'due', 'updated']

export const claimHref = (row: ClaimRow) => `/articles/${row.article.id}/claims/${row.number}`

function Status({ status }: { status: ClaimStatus }) {
  const t = useTranslations('common.status')
  return <ClaimStatusBadge status={status} label={t(status)} />
}

function AnchorWord({ state }: { state: AnchorState }) {
  const t = useTranslations('common.anchor')
  return <span className={state === 'anchored' ? '' : 'font-semibold'}>{t(state)}</span>
}

function PriorityWord({ priority }: { priority: Priority }) {
  const t = useTranslations('common.priority')
  return (
    <span className={priority === 'urgent' || priority === 'high' ? 'font-semibold' : ''}>{t(priority)}</span>
  )
}

const DueCell = ({ row }: { row: ClaimRow }) => <ClaimDue claim={row} zone={useZoneName()} />

const UNCHANGED: ReadonlySet<string> = new Set()

/**
 * The cells of a claim, column by column, with the words of the search highlighted.
 * @param changed the claims that colleagues changed since the reader opened them
 */
export const claimCells = (query: string, changed = UNCHANGED) =>
  ({
    number: ({ number }) => <span className="tabular-nums">{number}</span>,
    quote: (row) => (
      <>
        <LinkCell href={claimHref(row)} language={row.article.language}>
          <Highlight text={row.quote} query={query} />
        </LinkCell>
        {changed.has(row.id) && <ChangedMark />}
      </>
    ),
    status: ({ status }) => <Status status={status} />,
    anchor: ({ anchorState }) => <AnchorWord state={anchorState} />,
    article: ({ article }) => <TitleCell {...article} />,
    desk: ({ desk }) => <bdi>{desk?.name}</bdi>,
    assignee: ({ assignee }) => <bdi>{assignee?.name}</bdi>,
    priority: ({ priority }) => <PriorityWord priority={priority} />,
    due: (row) => <DueCell row={row} />,
    updated: ({ updatedAt }) => <MomentCell at={updatedAt} />,
    created: ({ createdAt }) => <MomentCell at={createdAt} />,
  }) satisfies Cells<ClaimRow>
