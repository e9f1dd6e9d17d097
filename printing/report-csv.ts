import { stringify } from 'csv-stringify/sync'
import type { PrintableReport, ReportClaim, ReportSource } from '@/domain/report/schema'
import { CLAIM_PARTS } from '@/domain/sign-off/rules'
import { inertCell } from '@/text/inert-cell'
import { csvOptions, type CsvForm } from './csv-form'
import { wordsOf } from './words'

type Cell = string | number | boolean | null | undefined
type Column = [name: string, value: (claim: ReportClaim) => Cell]

function sourceLine(source: ReportSource): string {
  const parts = [source.title, source.publisher, source.locator, source.url, source.excerpt]
  return `${source.stance}: ${parts.filter(Boolean).join(' | ')}`
}

function claimColumns(t: ReturnType<typeof wordsOf>): Column[] {
  return [
    ['claim_number', (claim) => claim.number],
    ['claim_id', (claim) => claim.id],
    ['quote', (claim) => claim.quote],
    ['prefix', (claim) => claim.prefix],
    ['suffix', (claim) => claim.suffix],
    ['anchor', (claim) => claim.anchor],
    ['part', (claim) => claim.position?.part],
    ['start_utf16', (claim) => claim.position?.utf16.start],
    ['end_utf16', (claim) => claim.position?.utf16.end],
    ['start_code_points', (claim) => claim.position?.codePoints.start],
    ['end_code_points', (claim) => claim.position?.codePoints.end],
    ['status', (claim) => claim.status],
    ['status_label', (claim) => t(`common.status.${claim.status}`)],
    ['finding', (claim) => claim.finding],
    ['proposal_kind', (claim) => claim.proposal?.kind],
    ['proposal_replacement', (claim) => claim.proposal?.replacement],
    ['proposal_reason', (claim) => claim.proposal?.reason],
    ['reviewed_by', (claim) => claim.reviewedBy],
    ['reviewed_at', (claim) => claim.reviewedAt],
    ['sign_off_needed', (claim) => claim.signOffNeeded],
    ['signed_off_by', (claim) => claim.signOff?.by],
    ['signed_off_at', (claim) => claim.signOff?.at],
    ...CLAIM_PARTS.map((part): Column => [`${part}_by`, (claim) => claim.writers?.[part].join('; ')]),
    ['speaker', (claim) => claim.statement?.speaker],
    ['speaker_kind', (claim) => claim.statement?.speakerKind],
    ['said_on', (claim) => claim.statement?.saidOn],
    ['said_at', (claim) => claim.statement?.saidAt],
    ['rating', (claim) => claim.statement?.rating],
    ['rating_name', (claim) => claim.statement?.ratingName],
  ]
}

function sourceColumns(): Column[] {
  const ofStance = (stance: ReportSource['stance']) => (claim: ReportClaim) =>
    claim.sources.filter((source) => source.stance === stance).length
  return [
    ['sources_supporting', ofStance('supports')],
    ['sources_refuting', ofStance('refutes')],
    ['sources_context', ofStance('context')],
    ['sources', (claim) => claim.sources.map(sourceLine).join('\n')],
  ]
}

function reportColumns({ content, proof }: PrintableReport): Column[] {
  return [
    ['article_id', () => content.article.id],
    ['article_title', () => content.article.title],
    ['article_language', () => content.article.language],
    ['revision', () => content.revision.number],
    ['revision_sha256', () => content.revision.sha256],
    ['report_number', () => proof?.number],
    ['report_digest', () => proof?.digest],
    ['report_kind', () => (proof ? content.kind : 'preview')],
    ['generated_at', () => content.issuedAt],
  ]
}

function cellOf(value: Cell): string | number {
  if (typeof value === 'number') return value
  return inertCell(typeof value === 'boolean' ? String(value) : (value ?? ''))
}

/**
 * Writes one row per claim as RFC 4180, or with another separator, with a byte order mark so that spreadsheets read Arabic. Columns, names and
 * order are the same for each language and edition. Values that are left out or unknown are empty cells. Times are ISO
 * 8601 in UTC, days YYYY-MM-DD. `status_by` and similar columns name the writers of that part, with semicolons between
 * people. `start_…` and `end_…` are half-open, in the unit of their name. `sources` holds one source per line.
 * `report_kind` is final, interim or preview. An apostrophe precedes any text that a spreadsheet would treat as a
 * formula. The claim import reads these columns.
 */
export function reportCsv(report: PrintableReport, form: CsvForm = {}): string {
  const t = wordsOf(report.content.language)
  const columns = [...claimColumns(t), ...sourceColumns(), ...reportColumns(report)]
  const rows = report.content.claims.map((claim) => columns.map(([, value]) => cellOf(value(claim))))
  return stringify([columns.map(([name]) => name), ...rows], csvOptions(form))
}
