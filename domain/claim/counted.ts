import { NOBODY } from '@/domain/list/schema'
import type { Sql } from '@/domain/list/sql'
import type { Bind } from '@/domain/list/table'
import { personsOf } from './filters'
import { claimList, type ClaimSelection } from './list'
import type { ClaimReader } from './reader'

/** The filters that the counters can answer: those of the facets, and three more. */
const COUNTED = new Set<string>(['status', 'assignee', 'anchor', 'priority', 'desk', 'language'])

const isGiven = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0)

/** Whether the counters know how many claims a selection has. Otherwise the claims themselves are counted. */
export const isCounted = (selection: Partial<ClaimSelection>) =>
  Object.entries(claimList.filters).every(
    ([name]) => COUNTED.has(name) || !isGiven(selection[name as keyof ClaimSelection]),
  )

type Bindings = { values: unknown[]; bind: Bind }

function begin(): Bindings {
  const values: unknown[] = []
  return { values, bind: (value, cast) => `$${values.push(value)}::${cast}` }
}

/** The conditions of filters that no facet leaves out. */
function keptBy({ priority, desk, language }: ClaimSelection, bind: Bind): string[] {
  const where = []
  if (priority?.length) where.push(`priority = any(${bind(priority, '"Priority"[]')})`)
  if (language?.length) where.push(`language = any(${bind(language, 'text[]')})`)
  if (desk?.length) {
    const given = bind(desk, 'text[]')
    where.push(`desk_id in (select id from desk where name = any(${given}) or id::text = any(${given}))`)
  }
  return where
}

/** The counters that meet some conditions, and the changes that are not summed up yet. */
function counters({ desk, language }: ClaimSelection, where: readonly string[]): string {
  const isByArticle = isGiven(desk) || isGiven(language)
  const counts = (table: string) => `
    select status, assignee_id, anchor_state, claims from ${table} where ${['true', ...where].join(' and ')}`
  return `(${counts(isByArticle ? 'claim_count' : 'claim_count_cell')}
    union all ${counts('claim_count_change')}) counted`
}

/** SQL that reads the cells of `facetsSql` from the counters; only for selections that are counted. */
export function countedSql(selection: ClaimSelection): Sql {
  const { values, bind } = begin()
  const text = `
    select status, nullif(assignee_id, no_id()) as assignee, anchor_state as anchor, sum(claims)::int as n
    from ${counters(selection, keptBy(selection, bind))} group by 1, 2, 3 having sum(claims) > 0`
  return { text, values }
}

/** SQL of the number of claims, as `n`; only for selections that are counted. */
export function countedTotalSql(selection: ClaimSelection, reader: Pick<ClaimReader, 'id'>): Sql {
  const { values, bind } = begin()
  const where = keptBy(selection, bind)
  const { status, anchor, assignee } = selection
  if (status?.length) where.push(`status = any(${bind(status, '"ClaimStatus"[]')})`)
  if (anchor?.length) where.push(`anchor_state = any(${bind(anchor, '"AnchorState"[]')})`)
  if (assignee?.length) {
    const persons = `assignee_id = any(${bind(personsOf(assignee, reader), 'uuid[]')})`
    where.push(assignee.includes(NOBODY) ? `(${persons} or assignee_id = no_id())` : persons)
  }
  return { text: `select coalesce(sum(claims), 0)::int as n from ${counters(selection, where)}`, values }
}
