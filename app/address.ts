import type { z } from 'zod'
import { issuesOf, type Issue } from '@/domain/errors'
import { lastOfEach } from '@/domain/list/address'
import { isWellFormed } from '@/text/wellformed'

export type Search = Promise<Record<string, string | string[] | undefined>>

type Written = Record<string, string>

/** The parameters of an address. The last value of each counts; empty values are ignored. */
const writtenIn = async (asked: Search | Request): Promise<Written> =>
  lastOfEach(asked instanceof Request ? new URL(asked.url).searchParams : Object.entries(await asked))

export type Usable<Params> = {
  params: Params
  /** The parameters that were used. */
  used: Written
  /** The errors in the other parameters. */
  issues: Issue[]
  /** All parameters, for a field that shows what somebody wrote. */
  written: Written
}

type Read<Params> = Omit<Usable<Params>, 'written'>

function usable<Schema extends z.ZodType>(
  schema: Schema,
  written: Written,
  together: readonly string[],
): Read<z.output<Schema>> {
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

/**
 * Reads the parameters that a schema accepts from the address of a page or a request, and reports the others as issues.
 * A page ignores those and says so; any other address answers with `wrongAddress`.
 * @param schema accepts an address without parameters
 * @param together parameters that are useless without each other: one wrong value drops them all
 */
export async function readAddress<Schema extends z.ZodType>(
  schema: Schema,
  asked: Search | Request,
  together: readonly string[] = [],
): Promise<Usable<z.output<Schema>>> {
  const written = await writtenIn(asked)
  const entries = Object.entries(written)
  const unreadable = entries.filter(([, value]) => !isWellFormed(value))
  const readable = Object.fromEntries(entries.filter(([, value]) => isWellFormed(value)))
  const read = usable(schema, readable, together)
  const broken = unreadable.map(([path]): Issue => ({ path, key: 'badCharacter' }))
  return { ...read, written, issues: [...broken, ...read.issues] }
}
