import type { z } from 'zod'
import { issuesOf, type Issue } from '@/domain/errors'
import { lastOfEach } from '@/domain/list/address'

export type Search = Promise<Record<string, string | string[] | undefined>>

/** The parameters of a page's address. The last value of each counts; empty values are ignored. */
export const readSearch = async (search: Search) => lastOfEach(Object.entries(await search))

export type Usable<Params> = {
  params: Params
  /** The parameters that were used. */
  used: Record<string, string>
  /** The errors in the other parameters. */
  issues: Issue[]
}

/**
 * Reads the parameters that a schema accepts, and reports the others as issues.
 * @param together parameters that are useless without each other: one wrong value drops them all
 */
export function usable<Schema extends z.ZodType>(
  schema: Schema,
  written: Record<string, string>,
  together: readonly string[] = [],
): Usable<z.output<Schema>> {
  const parsed = schema.safeParse(written)
  if (parsed.success) return { params: parsed.data, used: written, issues: [] }
  if (Object.keys(written).length === 0) throw parsed.error
  const issues = issuesOf(parsed.error)
  const wrong = new Set(issues.map(({ path }) => path.replace(/\..*/, '')))
  if (together.some((name) => wrong.has(name))) together.forEach((name) => wrong.add(name))
  const rest = Object.entries(written).filter(([name]) => !wrong.has(name))
  // If the error names none of the parameters, dropping single ones cannot help, so all are dropped.
  const kept = rest.length < Object.keys(written).length ? rest : []
  const again = usable(schema, Object.fromEntries(kept), together)
  return { ...again, issues: [...issues, ...again.issues] }
}
