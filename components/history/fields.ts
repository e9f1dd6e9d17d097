import { shownFieldsOf, type Field, type ShownField } from '@/domain/history/events'
import type { HistoryLine } from '@/domain/history/shape'

export type FieldChange = {
  name: ShownField
  field: Field
  before: unknown
  after: unknown
  /** Whether the line has a value from before the change, and one from after it. */
  had: boolean
  has: boolean
}

const isNothing = (value: unknown) => value === null || value === undefined || value === '' || value === false

/** The fields that a line shows, in order, with people by name. Fields left empty at creation are omitted. */
export function changesOf({
  verb,
  before,
  after,
}: Pick<HistoryLine, 'verb' | 'before' | 'after'>): FieldChange[] {
  const [old, fresh] = [before ?? {}, after ?? {}]
  return shownFieldsOf(verb).flatMap(([name, field]): FieldChange[] => {
    const [had, has] = [name in old, name in fresh]
    const shown = field.nameIn ?? name
    if (!had && (!has || isNothing(fresh[shown]))) return []
    return [{ name, field, before: old[shown], after: fresh[shown], had, has }]
  })
}
