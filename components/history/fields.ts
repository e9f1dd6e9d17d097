import type { HistoryLine } from '@/domain/history/queries'

/** What a line of history can tell of, in the order it is told. */
export const FIELDS = [
  'correction',
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
  'unchanged',
  'moved',
  'changed',
  'gone',
  'sentences',
  'from',
  'sources',
  'why',
  'substantive',
  'severity',
  'foundBy',
  'wrong',
  'right',
  'note',
  'replacement',
  'explanation',
  'asked',
  'fixedElsewhere',
  'fixedIn',
  'text',
  'ownerId',
  'assigneeId',
  'priority',
  'dueAt',
  'speaker',
  'speakerKind',
  'saidOn',
  'saidAt',
  'rating',
  'ratingName',
  'finding',
] as const

export type Field = (typeof FIELDS)[number]
export type FieldChange = { field: Field; before: unknown; after: unknown; had: boolean; has: boolean }

function valueOf(fields: Record<string, unknown>, field: Field): unknown {
  if (field === 'assigneeId') return fields.assignee
  return field === 'ownerId' ? fields.owner : fields[field]
}

const isNothing = (value: unknown) => value === null || value === undefined || value === '' || value === false

/**
 * The fields a line tells of; `had` and `has` say whether it tells what was before and what came after. What was left
 * empty when something was made is not told.
 */
export function changesOf({ before, after }: Pick<HistoryLine, 'before' | 'after'>): FieldChange[] {
  const [old, fresh] = [before ?? {}, after ?? {}]
  return FIELDS.flatMap((field): FieldChange[] => {
    const [had, has] = [field in old, field in fresh]
    if (!had && (!has || isNothing(valueOf(fresh, field)))) return []
    return [{ field, before: valueOf(old, field), after: valueOf(fresh, field), had, has }]
  })
}
