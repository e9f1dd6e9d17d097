import { csvFields } from '@/domain/export/csv-form'
import { z } from 'zod'
import { ANCHOR_STATES } from '@/domain/anchor/shape'
import { anyChoice, anyId, anyName, filter, words } from '@/domain/list/filters'
import { listParams, selectionParams } from '@/domain/list/params'
import { names } from '@/domain/list/schema'
import { defineList, rowOf, type Bind, type ListParams, type Selection } from '@/domain/list/table'
import {
  assigneeFilter,
  cueFilter,
  daysFilter,
  DUE_AT,
  dueFilter,
  signOffFilter,
  sourceFilter,
} from './filters'
import type { ClaimReader } from './reader'
import { PRIORITIES } from './rules'
import type { ClaimRow } from './shape'
import { CLAIM_STATUSES } from './statuses'

/** SQL of `isOverdue` in due.ts. */
const OVERDUE = `coalesce(c.status = 'unreviewed' and c.due < now(), false)`

const ARTICLE = 'join article a on a.id = c.article_id'

/** The claims of all articles, without withdrawn ones. The reader decides what is theirs, due and waiting. */
export const claimList = defineList({
  from: (_bind: Bind, _reader: ClaimReader) => 'claim c',
  key: 'c.id',
  only: 'c.withdrawn_at is null',
  row: rowOf<ClaimRow>(
    `c.id, c.number, c.quote, c.status, c.anchor_state as "anchorState", c.priority, c.version, c.due_at as "dueAt",
      c.due, ${OVERDUE} as overdue, c.created_at as "createdAt", c.updated_at as "updatedAt",
      json_build_object('id', a.id, 'title', a.title, 'language', a.language) as article,
      case when d.id is null then null else json_build_object('id', d.id, 'name', d.name) end as desk,
      case when u.id is null then null else json_build_object('id', u.id, 'name', u.name) end as assignee`,
    [ARTICLE, 'left join desk d on d.id = a.desk_id', 'left join "user" u on u.id = c.assignee_id'],
  ),
  columns: {
    updated: { sql: 'c.updated_at', cast: 'timestamptz', natural: 'desc' },
    created: { sql: 'c.created_at', cast: 'timestamptz', natural: 'desc' },
    due: { sql: DUE_AT, cast: 'timestamptz', nullable: true },
    number: { sql: 'c.number', cast: 'int' },
    status: { sql: 'c.status', cast: '"ClaimStatus"', values: CLAIM_STATUSES },
    priority: { sql: 'c.priority', cast: '"Priority"', values: PRIORITIES },
    article: { sql: 'a.title', cast: 'text', join: ARTICLE },
    assignee: { sql: 'c.assignee_key', cast: 'text', nullable: true },
    match: { sql: '0::int', cast: 'int', distanceFrom: 'q' },
  },
  first: 'updated',
  nearest: { filter: 'q', column: 'match' },
  several: true,
  filters: {
    status: anyChoice(CLAIM_STATUSES, 'c.status', '"ClaimStatus"'),
    anchor: anyChoice(ANCHOR_STATES, 'c.anchor_state', '"AnchorState"'),
    article: anyId('c.article_id'),
    desk: filter(
      names,
      (desks, bind) => {
        const given = bind(desks, 'text[]')
        return `a.desk_id in (select id from desk where name = any(${given}) or id::text = any(${given}))`
      },
      ARTICLE,
    ),
    language: anyName('a.language', ARTICLE),
    assignee: assigneeFilter,
    priority: anyChoice(PRIORITIES, 'c.priority', '"Priority"'),
    due: dueFilter,
    signoff: signOffFilter,
    source: sourceFilter,
    cue: cueFilter,
    created: daysFilter('c.created_at'),
    updated: daysFilter('c.updated_at'),
    q: words(
      'c.search',
      z
        .string()
        .max(200)
        .transform((value) => value.trim() || undefined),
    ),
  },
  pageSize: 50,
  cursorMax: 4_000,
})

export type ClaimListParams = ListParams<typeof claimList>
/** The filters and the order of a list of claims. */
export type ClaimSelection = Selection<typeof claimList>

export const claimListParamsSchema = listParams(claimList)

/** The parameters an export takes from a list's address, with those of a CSV. */
export const claimExportParamsSchema = selectionParams(claimList, csvFields)
