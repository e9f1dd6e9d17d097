import { writeXlsx } from 'hucre/xlsx'
import type { PrintableReport } from '@/domain/report/schema'
import { aboutReport, packed, proofProperties } from './office/package'
import { xmlText } from './office/xml-text'
import { outlineOf } from './outline/outline'
import { said } from './outline/shape'
import { wordsOf } from './words'
import { aboutSheet } from './xlsx/about-sheet'
import { claimsSheet } from './xlsx/claims-sheet'
import { FONT, sheetOf, type SheetCircumstances } from './spreadsheet/sheet'
import { sourcesSheet } from './xlsx/sources-sheet'

/**
 * Prints the report as a workbook: a sheet of claims, a sheet of sources and a sheet about the report. Numbers, days
 * and moments are typed, and text is never a formula. A text longer than a cell is cut and ends in a mark, and the
 * sheet about the report says so. The same report always gives the same bytes.
 */
export async function reportXlsx(report: PrintableReport): Promise<Uint8Array> {
  const outline = outlineOf(report)
  const t = wordsOf(report.content.language)
  const mark = t('report.sheet.cutMark')
  const given: SheetCircumstances = {
    direction: outline.direction,
    timeZone: report.content.timeZone,
    cutMark: mark,
    yesNo: { yes: t('report.sheet.yes'), no: t('report.sheet.no') },
  }
  const lists = [claimsSheet(report.content, t), sourcesSheet(report.content, t)].map((plan) =>
    sheetOf(plan, given),
  )
  const count = lists.reduce((sum, { cut }) => sum + cut, 0)
  const cut =
    count > 0
      ? {
          label: t('report.sheet.cut'),
          value: said(t('report.sheet.cutCells', { count, mark: mark.trim() })),
        }
      : null
  const about = sheetOf(aboutSheet(outline, t('report.sheet.about'), cut), given)
  const proof = proofProperties(report)
  const bytes = await writeXlsx({
    sheets: [...lists, about].map(({ sheet }) => sheet),
    defaultFont: FONT,
    properties: {
      title: xmlText(outline.documentTitle),
      custom: Object.fromEntries(proof.map(({ name, value }) => [name, value])),
    },
  })
  return packed(bytes, aboutReport(report, outline.documentTitle))
}
