import type { ReportKind } from '@/domain/report/schema'

/**
 * The kind of report that a form issues. Obstacles may go away while the page is open; then the report is final unless
 * somebody chose otherwise.
 * @param chosen what somebody chose; null before that
 */
export const kindOf = (chosen: ReportKind | null, blocked: boolean): ReportKind =>
  blocked ? 'interim' : (chosen ?? 'final')
