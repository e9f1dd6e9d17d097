import { shownFieldsOf, type Field, type ShownField } from '@/domain/history/events'
import type { HistoryLine } from '@/domain/history/shape'

export type FieldChange = {
  name: ShownField
  field: Field
  before: unknown
  after: unknown
  /** Whether the line tells what was before, and what came after. */
  had: boolean
  has: boolean
}

const isNothing = (value: unknown) => value === null || value === undefined || value === '' || value === false

/**
 * What a line shows of its fields, in order; people by name. What was left empty when something was made is not told.
 */
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
