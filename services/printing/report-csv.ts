import { stringify } from 'csv-stringify/sync'
import type { Report, ReportClaim, ReportSource } from '@/domain/report/schema'
import type { Locale } from '@/services/locale'
import { inertCell } from './inert-cell'
import { wordsOf } from './words'
import type { Printed } from './printed'

type Cell = string | number | null
type Column = [name: string, value: (claim: ReportClaim) => Cell]

function sourceLine(source: ReportSource): string {
  const parts = [source.title, source.publisher, source.locator, source.url, source.excerpt]
  return `${source.stance}: ${parts.filter(Boolean).join(' | ')}`
}

function columnsOf(report: Report, locale: Locale): Column[] {
  const t = wordsOf(locale)
  const ofStance = (stance: ReportSource['stance']) => (claim: ReportClaim) =>
    claim.sources.filter((source) => source.stance === stance).length
  return [
    ['claim_number', (claim) => claim.number],
    ['quote', (claim) => claim.quote],
    ['status', (claim) => claim.status],
    ['status_label', (claim) => t(`common.status.${claim.status}`)],
    ['finding', (claim) => claim.finding],
    ['proposal_kind', (claim) => claim.proposal?.kind ?? ''],
    ['proposal_replacement', (claim) => claim.proposal?.replacement ?? ''],
    ['proposal_reason', (claim) => claim.proposal?.reason ?? ''],
    ['reviewed_by', (claim) => claim.reviewedBy],
    ['reviewed_at', (claim) => claim.reviewedAt?.toISOString() ?? ''],
    ['sources_supporting', ofStance('supports')],
    ['sources_refuting', ofStance('refutes')],
    ['sources_context', ofStance('context')],
    ['sources', (claim) => claim.sources.map(sourceLine).join('\n')],
    ['start', (claim) => claim.start],
    ['end', (claim) => claim.end],
    ['article_id', () => report.article.id],
    ['article_title', () => report.article.title],
    ['revision', () => report.revision.number],
    ['report_kind', () => report.kind],
    ['generated_at', () => report.generatedAt.toISOString()],
  ]
}

/**
 * One row a claim, as RFC 4180 with a byte order mark, so that spreadsheets read Arabic. The column names never
 * depend on the language; `sources` holds one source a line.
 */
export function reportCsv(report: Report, locale: Locale): Printed {
  const columns = columnsOf(report, locale)
  const rows = report.claims.map((claim) =>
    columns.map(([, value]) => {
      const cell = value(claim)
      return typeof cell === 'string' ? inertCell(cell) : cell
    }),
  )
  const body = stringify([columns.map(([name]) => name), ...rows], {
    bom: true,
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
  })
  const fileName = `${wordsOf(locale)('report.fileName', { title: report.article.title })}.csv`
  return { body, contentType: 'text/csv; charset=utf-8', fileName }
}
