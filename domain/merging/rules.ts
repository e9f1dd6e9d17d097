/** What the history calls the parts of a record that merge. */
export const MERGED_PARTS = [
  'verdict',
  'assignee',
  'priority',
  'due',
  'proposal',
  'attribution',
  'evidence',
  'title',
  'publisher',
  'published',
  'primary',
  'headline',
  'byline',
  'desk',
  'dateline',
  'canonicalUrl',
  'deadline',
  'confidential',
  'words',
  'foundBy',
  'asked',
  'owner',
] as const
export type MergedPart = (typeof MERGED_PARTS)[number]

/** The parts of a record. Two writes merge when they changed different parts. */
export type Parts = {
  /** The part of every field that is in none of the others. Its fields are read and judged together. */
  rest: MergedPart
  /** The fields of each part that is independent of all others. */
  apart: { readonly [P in MergedPart]?: readonly string[] }
}

/** A record that remembers which version last changed each column; `*` stands for all columns. */
export type Remembering = { version: number; changedIn: unknown }

const ALL = '*'

/** The name of a column as the code writes it. */
const fieldOf = (column: string) => column.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase())

/** The parts that these fields belong to, each once, in the order of the table and the rest last. */
function partsOf({ rest, apart }: Parts, fields: readonly string[]): MergedPart[] {
  const entries = Object.entries(apart) as [MergedPart, readonly string[]][]
  const found = new Set(
    fields.map((field) => entries.find(([, those]) => those.includes(field))?.[0] ?? rest),
  )
  return [...entries.map(([part]) => part), rest].filter((part) => found.has(part))
}

/**
 * What others changed since the version that the sender of a write saw, when it can be kept beside that write: they
 * changed only other parts. Null when they did not, or when nobody knows; then the write is a conflict.
 * @param seen the version that the sender saw
 * @param fields the fields that the write changes
 */
export function mergedWith(
  parts: Parts,
  { version, changedIn }: Remembering,
  seen: number,
  fields: readonly string[],
): MergedPart[] | null {
  if (seen === version) return []
  const changed = Object.entries(changedIn as Record<string, number>).filter(([, at]) => at > seen)
  if (seen > version || changed.some(([column]) => column === ALL)) return null
  const theirs = partsOf(
    parts,
    changed.map(([column]) => fieldOf(column)),
  )
  const mine = partsOf(parts, fields)
  return theirs.some((part) => mine.includes(part)) ? null : theirs
}

/** Whether others changed this field since the version that the sender of a write saw, as far as anybody knows. */
export const changedSince = ({ changedIn }: Remembering, seen: number, field: string): boolean =>
  Object.entries(changedIn as Record<string, number>).some(
    ([column, at]) => at > seen && (column === ALL || fieldOf(column) === field),
  )

/** The field of a history line that tells what a write was merged with; none when it was based on the newest version. */
export const toldMerge = (parts: readonly MergedPart[]): { mergedWith?: readonly MergedPart[] } =>
  parts.length > 0 ? { mergedWith: parts } : {}
