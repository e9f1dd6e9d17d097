import { STATUSES } from '@/domain/claim/statuses'
import type { ReportClaim, ReportContent } from '@/domain/report/schema'
import type { Block, Cell } from '@/text/blocks'
import { headlineStart } from '@/text/reading'
import { partsOf, type DrawnTable } from '@/text/tables'
import type { Words } from '../words'
import type { OutlineParagraph, OutlinePiece, OutlineTable, OutlineText } from './shape'

/** A claim with its span in one text, in UTF-16 units. */
type Mark = { claim: ReportClaim; place: number; start: number; end: number }

const length = ({ start, end }: Mark) => end - start

/**
 * Cuts the words from `from` to `to` wherever a claim begins or ends. Joined, the pieces give these words. A claim that
 * runs on past `to` ends in a later paragraph.
 */
export function piecesOf(text: string, from: number, to: number, marks: readonly Mark[]): OutlinePiece[] {
  const here = marks.filter(({ start, end }) => start < to && end > from)
  const cuts = here.flatMap(({ start, end }) => [start, end]).filter((at) => at > from && at < to)
  const places = [...new Set([from, ...cuts, to])].sort((a, b) => a - b)
  return places.slice(1).map((end, index): OutlinePiece => {
    const start = places[index] ?? from
    const over = here.filter((mark) => mark.start <= start && mark.end >= end)
    const innermost = over.reduce<Mark | null>(
      (least, mark) => (least && length(least) <= length(mark) ? least : mark),
      null,
    )
    return {
      text: text.slice(start, end),
      status: innermost?.claim.status ?? null,
      ends: over
        .filter((mark) => mark.end === end)
        .map(({ claim: { number, status }, place }) => ({
          number,
          place,
          status,
          sign: STATUSES[status].sign,
        })),
    }
  })
}

type Line = Pick<Block, 'kind' | 'start' | 'end'> & { cell?: Cell | undefined }

/** The lines of a text, which end in LF, each in the kind and cell of its block. Empty ones are left out. */
function linesOf(text: string, blocks: readonly Block[]): Line[] {
  const lines: Line[] = []
  let next = 0
  for (const { index: start, 0: line } of text.matchAll(/[^\n]+/g)) {
    if (line.trim() === '') continue
    while ((blocks[next]?.end ?? Infinity) <= start) next++
    const block = blocks[next]
    const own = block && block.start <= start ? block : undefined
    lines.push({ kind: own?.kind ?? 'paragraph', cell: own?.cell, start, end: start + line.length })
  }
  return lines
}

/** The article's text with every claim in its sentence; null for a report that does not hold the text. */
export function textOutline({ article, revision, claims }: ReportContent, t: Words): OutlineText | null {
  const { text, blocks = [] } = revision
  if (text === undefined) return null
  const base = headlineStart(text)
  const body: Mark[] = []
  const headline: Mark[] = []
  claims.forEach((claim, index) => {
    if (!claim.position) return
    const { part, utf16 } = claim.position
    if (part === 'headline')
      headline.push({ claim, place: index + 1, start: utf16.start - base, end: utf16.end - base })
    else body.push({ claim, place: index + 1, ...utf16 })
  })
  const lineOf = ({ kind, start, end }: Line): OutlineParagraph => ({
    kind,
    pieces: piecesOf(text, start, end, body),
  })
  return {
    heading: t('report.text.heading'),
    hint: t('report.text.hint'),
    language: article.language,
    headline: piecesOf(article.title, 0, article.title.length, headline),
    parts: partsOf(linesOf(text, blocks)).map((part) =>
      part.table ? tableOf(part.table, lineOf) : lineOf(part.block),
    ),
  }
}

const tableOf = (
  { rows, ...table }: DrawnTable<Line>,
  lineOf: (line: Line) => OutlineParagraph,
): OutlineTable => ({
  kind: 'table',
  ...table,
  rows: rows.map((row) => row.map(({ blocks, ...cell }) => ({ ...cell, lines: blocks.map(lineOf) }))),
})
