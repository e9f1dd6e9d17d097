import { issuesOf, type Issue } from '@/domain/errors'
import { statisticsParamsSchema, type StatisticsParams } from '@/domain/statistics/params'

export type Search = Record<string, string | string[] | undefined>

/** What of an address can be used, and what is wrong with the rest; of a parameter given twice the last counts. */
export function readAddress(search: Search): { params: StatisticsParams; issues: Issue[] } {
  const entries = Object.entries(search).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.at(-1) : value,
  ])
  const given = Object.fromEntries(entries.filter(([, value]) => value)) as Record<string, string>
  const parsed = statisticsParamsSchema.safeParse(given)
  if (parsed.success) return { params: parsed.data, issues: [] }
  const issues = issuesOf(parsed.error)
  const wrong = new Set(issues.map((issue) => issue.path.split('.')[0]))
  // A period of one's own is of no use by half.
  if (wrong.has('from') || wrong.has('to')) ['period', 'from', 'to'].forEach((name) => wrong.add(name))
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)))
  return { params: statisticsParamsSchema.parse(rest), issues }
}
