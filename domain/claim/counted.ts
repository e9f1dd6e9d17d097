import type { Sql } from '@/domain/list/sql'
import { claimList, type ClaimSelection } from './list'

/** The filters that the counters can answer: those of the facets, and three more. */
const COUNTED = new Set<string>(['status', 'assignee', 'anchor', 'priority', 'desk', 'language'])

const isGiven = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0)

/** Whether the counters know how many claims a selection has. Otherwise the claims themselves are counted. */
export const isCounted = (selection: Partial<ClaimSelection>) =>
  Object.entries(claimList.filters).every(
    ([name]) => COUNTED.has(name) || !isGiven(selection[name as keyof ClaimSelection]),
  )

/** SQL that reads the cells of `facetsSql` from the counters; only for selections that are counted. */
export function countedSql({ priority, desk, language }: ClaimSelection): Sql {
  const values: unknown[] = []
  const bind = (value: unknown, cast: string) => `$${values.push(value)}::${cast}`
  const where = ['true']
  if (priority?.length) where.push(`priority = any(${bind(priority, '"Priority"[]')})`)
  if (language?.length) where.push(`language = any(${bind(language, 'text[]')})`)
  if (desk?.length) {
    const given = bind(desk, 'text[]')
    where.push(`desk_id in (select id from desk where name = any(${given}) or id::text = any(${given}))`)
  }
  const counts = (table: string) => `
    select status, assignee_id, anchor_state, claims from ${table} where ${where.join(' and ')}`
  const text = `
    select status, nullif(assignee_id, no_id()) as assignee, anchor_state as anchor, sum(claims)::int as n
    from (${counts('claim_count')} union all ${counts('claim_count_change')}) counted
    group by 1, 2, 3 having sum(claims) > 0`
  return { text, values }
}
