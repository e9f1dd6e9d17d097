import { mergeParagraphs } from '@/text/merge'
import { sameValue } from './editing'

/** A field of a record that two people changed, as each of them has it. */
export type ConflictField = {
  name: string
  label: string
  /** A `text` has paragraphs, a `line` has none, and a `choice` is one of a few values. */
  kind: 'text' | 'line' | 'choice'
  /** The value that the reader's typing began with. */
  from: string
  mine: string
  theirs: string
  /** The words for a value. */
  words?: (value: string) => string
}

/** The fields that differ, in order. */
export const differing = (fields: readonly ConflictField[]) =>
  fields.filter(({ mine, theirs }) => mine !== theirs)

/** Who changed a field: only the reader, only the other person, or both. */
export function changedBy({ from, mine, theirs }: ConflictField): 'mine' | 'theirs' | 'both' {
  if (from === theirs) return 'mine'
  return from === mine ? 'theirs' : 'both'
}

/** A field with the changes of both, and at how many places both wrote something else. */
export function joined(field: ConflictField): { value: string; clashes: number } {
  const by = changedBy(field)
  if (by !== 'both') return { value: field[by], clashes: 0 }
  if (field.kind !== 'text') return { value: field.mine, clashes: 1 }
  const { text, clashes } = mergeParagraphs(field.from, field.mine, field.theirs)
  return { value: text, clashes }
}

/** The values of all fields with the changes of both, by name. */
export const joinedValues = (fields: readonly ConflictField[]): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field.name, joined(field).value]))

/** Whether a value has fields of its own; a list and a text have none. */
const hasFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields of `now` that are not as they were. */
export const changedFrom = <I extends object>(was: I, now: I): Partial<I> =>
  Object.fromEntries(
    Object.entries(now).filter(([field, value]) => !sameValue(value, was[field as keyof I])),
  ) as Partial<I>

/** What somebody changed since `from`, over the record as it is now. */
export function rebased<T>(from: T, mine: T, onto: T): T {
  if (hasFields(from) && hasFields(mine) && hasFields(onto))
    return { ...onto, ...changedFrom<object>(from, mine) }
  return sameValue(from, mine) ? onto : mine
}
