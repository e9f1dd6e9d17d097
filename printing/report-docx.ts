import { Document, Packer, type Paragraph, type Table } from 'docx'
import type { PrintableReport } from '@/domain/report/schema'
import { claimParagraphs } from './docx/claim'
import { markedText } from './docx/marked'
import { pageFoot, pageHead } from './docx/page'
import { own, typed } from './docx/paragraphs'
import { withNumberedRelationships } from './docx/relationships'
import { PAGE, STYLES } from './docx/styles'
import { factsTable, summaryTable } from './docx/tables'
import { aboutReport, packed, proofProperties } from './office/package'
import { xmlText } from './office/xml-text'
import { outlineOf } from './outline/outline'
import type { Outline } from './outline/shape'

const heading1 = ({ direction }: Outline, text: string) => own('Heading1', direction, text)

function opening(outline: Outline): Paragraph[] {
  const { direction, standing } = outline
  const style = standing.kind === 'final' ? 'Final' : 'Interim'
  return [
    own('Kicker', direction, `${outline.newsroom} · ${outline.title}`),
    typed('Title', outline.articleTitle, direction),
    own(style, direction, standing.heading, { bold: true }, { keepNext: true }),
    own(style, direction, standing.hint),
    ...standing.obstacles.map((obstacle) => own(style, direction, `– ${obstacle}`)),
  ]
}

function bodyOf(outline: Outline): (Paragraph | Table)[] {
  const { direction, issue, article, summary, text, claims, check } = outline
  return [
    ...opening(outline),
    heading1(outline, issue.heading),
    factsTable(issue.facts, direction),
    heading1(outline, article.heading),
    factsTable(article.facts, direction),
    heading1(outline, summary.heading),
    summaryTable(summary, direction),
    own('Small', direction, summary.coverage),
    ...(text ? [heading1(outline, text.heading), ...markedText(text, direction)] : []),
    heading1(outline, claims.heading),
    ...(claims.hint === null ? [] : [own('Small', direction, claims.hint)]),
    ...(claims.empty === null ? [] : [own('Small', direction, claims.empty)]),
    ...claims.items.flatMap((claim) => claimParagraphs(claim, direction)),
    ...(check
      ? [
          heading1(outline, check.heading),
          own('Small', direction, check.hint, {}, { keepNext: true }),
          factsTable(check.facts, direction),
        ]
      : []),
  ]
}

/**
 * Prints the report as a Word document (ECMA-376): the full outline in order, each paragraph in the direction of its
 * words. The same report always gives the same bytes.
 */
export async function reportDocx(report: PrintableReport): Promise<Uint8Array> {
  const outline = outlineOf(report)
  const { width, height, margin } = PAGE
  const document = new Document({
    title: xmlText(outline.documentTitle),
    styles: STYLES,
    compatabilityModeVersion: 15,
    customProperties: proofProperties(report),
    sections: [
      {
        properties: {
          page: {
            size: { width, height },
            margin: { top: margin, bottom: margin, left: margin, right: margin, header: 567, footer: 567 },
          },
        },
        headers: { default: pageHead(outline) },
        footers: { default: pageFoot(outline) },
        children: bodyOf(outline),
      },
    ],
  })
  const about = aboutReport(report, outline.documentTitle)
  return packed(await Packer.toBuffer(document), about, withNumberedRelationships)
}
