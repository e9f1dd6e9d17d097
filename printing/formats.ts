import type { Separator } from '@/domain/export/csv-form'
import type { PrintableReport, ReportFormat } from '@/domain/report/schema'
import { printPdf } from './pdf/pdf'
import { reportCsv } from './report-csv'
import { printOffice } from './office/office'
import { reportHtml } from './report-html'
import { reportJson } from './report-json'
import { reportJsonLd } from './report-json-ld'
import { sealAnnotations } from '@/domain/report/annotations'
import { signingKey } from '@/services/signing-keys'
import { wordsOf } from './words'

type Format = {
  contentType: string
  /** Whether the browser shows the file or saves it. */
  disposition: 'inline' | 'attachment'
  print: (report: PrintableReport, separator?: Separator) => string | Promise<Uint8Array>
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'

export const FORMATS: Record<ReportFormat, Format> = {
  pdf: { contentType: 'application/pdf', disposition: 'attachment', print: printPdf },
  docx: {
    contentType: `${OFFICE}.wordprocessingml.document`,
    disposition: 'attachment',
    print: (report) => printOffice('docx', report),
  },
  html: {
    contentType: 'text/html; charset=utf-8',
    disposition: 'inline',
    print: (report) => reportHtml(report),
  },
  xlsx: {
    contentType: `${OFFICE}.spreadsheetml.sheet`,
    disposition: 'attachment',
    print: (report) => printOffice('xlsx', report),
  },
  csv: {
    contentType: 'text/csv; charset=utf-8',
    disposition: 'attachment',
    print: (report, separator) => reportCsv(report, { separator }),
  },
  json: {
    contentType: 'application/json; charset=utf-8',
    disposition: 'attachment',
    print: reportJson,
  },
  jsonld: {
    contentType: 'application/ld+json; charset=utf-8',
    disposition: 'attachment',
    print: jsonLdFile,
  },
}

/** The annotations of an issued report carry a signature of their own; those of a preview have nothing to prove. */
function jsonLdFile(report: PrintableReport): string {
  const collection = reportJsonLd(report)
  return report.proof
    ? sealAnnotations(collection, report.proof, signingKey())
    : `${JSON.stringify(collection, null, 2)}\n`
}

/** Prints a report as a file in this format; `separator` is that of a CSV. */
export async function print(
  report: PrintableReport,
  format: ReportFormat,
  separator?: Separator,
): Promise<Uint8Array> {
  const printed = await FORMATS[format].print(report, separator)
  return typeof printed === 'string' ? Buffer.from(printed, 'utf8') : printed
}

/** A file name in the report's language; `contentDisposition` makes it safe. */
export function fileNameOf({ content }: PrintableReport, format: ReportFormat): string {
  const t = wordsOf(content.language)
  const { number, article } = content
  const stem =
    number === null
      ? t('report.previewFileName', { title: article.title })
      : t('report.fileName', { title: article.title, number })
  return `${stem}.${format}`
}
