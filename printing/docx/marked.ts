import { Paragraph, ShadingType, UnderlineType, type Table } from 'docx'
import { directionOf } from '@/text/direction'
import type { Direction } from '../office/direction'
import {
  said,
  type OutlineCell,
  type OutlineParagraph,
  type OutlinePiece,
  type OutlineText,
} from '../outline/shape'
import { gridTable, type GridCell } from './grid-table'
import { own, paragraph } from './paragraphs'
import { STATUS_COLOURS, STATUS_TINTS } from './styles'
import { markRun, runsOf } from './text'

/** The styles of blocks that are set apart. */
const STYLES: Partial<Record<OutlineParagraph['kind'], string>> = {
  heading: 'MarkedHeading',
  list_item: 'MarkedItem',
  quote: 'MarkedItem',
  pull_quote: 'MarkedItem',
  caption: 'MarkedItem',
  table_cell: 'MarkedItem',
}

function runs({ text, status, ends }: OutlinePiece, language: string, direction: Direction, bold?: boolean) {
  const look = status && {
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: STATUS_TINTS[status] },
    underline: { type: UnderlineType.THICK, color: STATUS_COLOURS[status] },
  }
  return [
    ...runsOf(said(text, language), direction, { ...look, ...(bold && { bold }) }),
    // The number could otherwise join a figure before it, and stand on its other side.
    ...ends.flatMap(({ place, sign, status: its }) => [
      markRun(direction),
      ...runsOf(said(`\u00a0${place}\u00a0${sign}`), direction, {
        bold: true,
        color: STATUS_COLOURS[its],
        superScript: true,
      }),
      markRun(direction),
    ]),
  ]
}

const lettersOf = ({ pieces }: OutlineParagraph) => pieces.reduce((sum, { text }) => sum + text.length, 0)

/** The article's text with every claim marked in its sentence: shaded, underlined and numbered. */
export function markedText(text: OutlineText, around: Direction): (Paragraph | Table)[] {
  const { language, headline, parts } = text
  const direction = directionOf(language)
  const line = (pieces: readonly OutlinePiece[], style: string, bold?: boolean) =>
    paragraph(
      style,
      direction,
      pieces.flatMap((piece) => runs(piece, language, direction, bold)),
    )
  const lineOf = ({ kind, pieces }: OutlineParagraph) =>
    line(pieces, STYLES[kind] ?? 'Marked', kind === 'heading')
  const cellsOf = (row: readonly OutlineCell[]): GridCell[] =>
    row.map(({ lines, ...cell }) => ({
      ...cell,
      content: lines.map(({ pieces }) => line(pieces, 'MarkedCell', cell.head !== null)),
      letters: Math.max(0, ...lines.map(lettersOf)),
    }))
  // Word joins two tables without a paragraph between them.
  const apart = (index: number) => (parts[index - 1]?.kind === 'table' ? [new Paragraph({})] : [])
  return [
    own('Small', around, text.hint),
    line(headline, 'Marked', true),
    ...parts.flatMap((part, index) =>
      part.kind === 'table'
        ? [...apart(index), gridTable({ ...part, rows: part.rows.map(cellsOf) }, direction)]
        : [lineOf(part)],
    ),
  ]
}
