import type { z } from 'zod'
import { issuesOf, type Issue } from '@/domain/errors'
import { lastOfEach } from '@/domain/list/address'

export type Search = Promise<Record<string, string | string[] | undefined>>

/** What a page's address says of each parameter: the last that is given; empty ones are none. */
export const readSearch = async (search: Search) => lastOfEach(Object.entries(await search))

export type Usable<Params> = {
  params: Params
  /** What of the address was used. */
  used: Record<string, string>
  /** What was wrong with the rest. */
  issues: Issue[]
}

/**
 * What of an address a schema can use: what it cannot is left out and said.
 * @param together parameters of which one is of no use without the others
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
  // A fault that names no parameter of the address cannot be left out by itself.
  const kept = rest.length < Object.keys(written).length ? rest : []
  const again = usable(schema, Object.fromEntries(kept), together)
  return { ...again, issues: [...issues, ...again.issues] }
}
