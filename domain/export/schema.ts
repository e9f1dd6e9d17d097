import type { AnchorState } from '@/domain/anchor/shape'
import type { Priority } from '@/domain/claim/rules'
import type { ClaimStatus, Stance } from '@/domain/claim/statuses'

type Named = { id: string; name: string }

export type ExportedSource = {
  id: string
  kind: 'link' | 'document' | 'interview'
  title: string
  publisher: string
  url: string | null
  stance: Stance
  primary: boolean
  excerpt: string
  locator: string
  /** Dates without a time, YYYY-MM-DD. */
  published: string | null
  accessed: string | null
}

/** Everything an export says about one claim, in any format. */
export type ExportedClaim = {
  id: string
  number: number
  quote: string
  status: ClaimStatus
  anchorState: AnchorState
  finding: string
  proposal: { kind: string; replacement: string; reason: string } | null
  speaker: string
  /** The date of the statement, YYYY-MM-DD. */
  saidOn: string | null
  priority: Priority
  dueAt: Date | null
  reviewedAt: Date | null
  createdAt: Date
  updatedAt: Date
  version: number
  article: { id: string; title: string; language: string; revision: number }
  desk: Named | null
  assignee: Named | null
  reviewer: Named | null
  sources: ExportedSource[]
}

export const EXPORT_FORMATS = ['csv', 'xlsx', 'jsonl'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const isExportFormat = (value: string): value is ExportFormat =>
  (EXPORT_FORMATS as readonly string[]).includes(value)
