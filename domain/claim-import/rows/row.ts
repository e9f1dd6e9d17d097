import { newClaimSchema } from '@/domain/claim/schema'
import { issuesOf, type Issue } from '@/domain/errors'
import type { ImportRow } from '@/domain/claim-import/schema'
import { valueNamed, type Column } from './columns'
import { readSourceCell } from './source-cell'

/**
 * The values of a row by column: texts from a table, anything from JSON. `headings` are the columns' names in the list.
 */
export type RowRecord = {
  row: number
  fields: Partial<Record<Column, unknown>>
  headings: Partial<Record<Column, string>>
}

const isNothing = (value: unknown) =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

const given = (value: unknown) => (isNothing(value) ? undefined : value)

const named = (kind: Parameters<typeof valueNamed>[0], value: unknown) =>
  typeof value === 'string' && !isNothing(value) ? valueNamed(kind, value) : given(value)

function startOf(value: unknown): unknown {
  return typeof value === 'string' && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : given(value)
}

/** A source without a stance counts as context, which decides nothing. */
function listedSources(value: unknown): unknown {
  if (typeof value === 'string') return readSourceCell(value) ?? [{ title: value.trim(), stance: 'context' }]
  if (!Array.isArray(value)) return value
  return value.map((source: unknown) =>
    typeof source === 'object' && source !== null
      ? { ...source, stance: named('stance', (source as { stance?: unknown }).stance) ?? 'context' }
      : source,
  )
}

function sourcesOf({ fields }: RowRecord): unknown {
  const listed = isNothing(fields.sources) ? [] : listedSources(fields.sources)
  const title = given(fields.sourceTitle) ?? given(fields.sourceUrl)
  if (title === undefined || !Array.isArray(listed)) return listed
  const own = {
    title,
    url: given(fields.sourceUrl),
    publisher: given(fields.sourcePublisher),
    excerpt: given(fields.sourceExcerpt),
    stance: named('stance', fields.stance) ?? 'context',
  }
  return [own, ...(listed as unknown[])]
}

function correctionOf({ fields }: RowRecord): unknown {
  if (!isNothing(fields.correction)) return fields.correction
  if (isNothing(fields.correctionText)) return undefined
  return {
    kind: given(fields.correctionKind),
    replacement: fields.correctionText,
    reason: given(fields.correctionReason),
  }
}

const COLUMN_OF: Record<string, Column> = {
  title: 'sourceTitle',
  url: 'sourceUrl',
  publisher: 'sourcePublisher',
  excerpt: 'sourceExcerpt',
  stance: 'stance',
  replacement: 'correctionText',
  kind: 'correctionKind',
  reason: 'correctionReason',
}

/** An issue at the column it concerns, under the column's name in the list. */
function inColumn(issue: Issue, { headings }: RowRecord): Issue {
  const parts = issue.path.split('.')
  const [first = ''] = parts
  const last = COLUMN_OF[parts.at(-1) ?? '']
  const heading = (last && headings[last]) ?? headings[first as Column] ?? first
  return { ...issue, path: heading }
}

/** Reads a record as a claim, or reports its problems field by field. */
export function readRecord(record: RowRecord): ImportRow {
  const { row, fields } = record
  const input = {
    quote: given(fields.quote),
    prefix: given(fields.prefix),
    suffix: given(fields.suffix),
    start: startOf(fields.start),
    part: named('part', fields.part),
    status: named('status', fields.status),
    finding: given(fields.finding),
    priority: named('priority', fields.priority),
    correction: correctionOf(record),
    sources: sourcesOf(record),
  }
  const parsed = newClaimSchema.safeParse(input)
  if (parsed.success) return { row, claim: parsed.data }
  const issues = issuesOf(parsed.error, input).map((issue): Issue =>
    issue.path === 'start' ? { path: issue.path, key: 'notAnOffset' } : issue,
  )
  const quote = typeof fields.quote === 'string' ? fields.quote : ''
  return { row, quote, issues: issues.map((issue) => inColumn(issue, record)) }
}
