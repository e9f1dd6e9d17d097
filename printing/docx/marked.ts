import { ShadingType, UnderlineType, type Paragraph } from 'docx'
import { directionOf } from '@/text/direction'
import type { Direction } from '../office/direction'
import { said, type OutlineParagraph, type OutlinePiece, type OutlineText } from '../outline/shape'
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
  table_cell: 'MarkedCell',
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

/** The article's text with every claim marked in its sentence: shaded, underlined and numbered. */
export function markedParagraphs(text: OutlineText, around: Direction): Paragraph[] {
  const { language, headline, paragraphs } = text
  const direction = directionOf(language)
  const line = (pieces: readonly OutlinePiece[], style: string, bold?: boolean) =>
    paragraph(
      style,
      direction,
      pieces.flatMap((piece) => runs(piece, language, direction, bold)),
    )
  return [
    own('Small', around, text.hint),
    line(headline, 'Marked', true),
    ...paragraphs.map(({ kind, pieces }) => line(pieces, STYLES[kind] ?? 'Marked', kind === 'heading')),
  ]
}
