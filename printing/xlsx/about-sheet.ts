import type { Outline, OutlineFact } from '../outline/shape'
import type { SheetPlan, SheetValue } from '../spreadsheet/sheet'

const line = (label: string, value: SheetValue): SheetValue[] => [{ text: label }, value]

const factLine = ({ label, value }: OutlineFact) =>
  line(label, { text: value.text, language: value.language ?? undefined, address: value.address })

/** The subject, the result and the verification of the report: one fact per row, the same as in every format. */
export function aboutSheet(outline: Outline, name: string, cut: OutlineFact | null): SheetPlan {
  const { standing, summary, check } = outline
  return {
    name,
    columns: [
      { heading: outline.newsroom, width: 30, even: true },
      { heading: outline.title, width: 90, even: true },
    ],
    rows: [
      line(outline.article.heading, {
        text: outline.articleTitle.text,
        language: outline.articleTitle.language ?? undefined,
      }),
      line(standing.heading, { text: standing.hint }),
      ...standing.obstacles.map((obstacle) => line('', { text: obstacle })),
      ...(cut ? [factLine(cut)] : []),
      ...outline.issue.facts.map(factLine),
      ...outline.article.facts.map(factLine),
      ...summary.rows.map(({ label, count }) => line(label, { number: count })),
      line(summary.total.label, { number: summary.total.count }),
      line(summary.heading, { text: summary.coverage }),
      ...(check ? [line(check.heading, { text: check.hint }), ...check.facts.map(factLine)] : []),
    ],
  }
}
