import type { HistoryLine } from '@/domain/history/queries'

/** What a line of history can tell of, in the order it is told. */
export const FIELDS = [
  'status',
  'state',
  'title',
  'quote',
  'stance',
  'kind',
  'url',
  'publisher',
  'locator',
  'excerpt',
  'primary',
  'published',
  'accessed',
  'byline',
  'dateline',
  'language',
  'desk',
  'canonicalUrl',
  'deadline',
  'revision',
  'claims',
  'assigneeId',
  'priority',
  'dueAt',
  'finding',
] as const

export type Field = (typeof FIELDS)[number]
export type FieldChange = { field: Field; before: unknown; after: unknown; had: boolean; has: boolean }

function valueOf(fields: Record<string, unknown>, field: Field): unknown {
  return field === 'assigneeId' ? fields.assignee : fields[field]
}

/** The fields a line tells of; `had` and `has` say whether it tells what was before and what came after. */
export function changesOf({ before, after }: Pick<HistoryLine, 'before' | 'after'>): FieldChange[] {
  const [old, fresh] = [before ?? {}, after ?? {}]
  return FIELDS.flatMap((field): FieldChange[] => {
    const [had, has] = [field in old, field in fresh]
    if (!had && !has) return []
    return [{ field, before: valueOf(old, field), after: valueOf(fresh, field), had, has }]
  })
}
