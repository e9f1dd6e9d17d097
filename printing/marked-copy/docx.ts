import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from 'docx'
import type { MarkedCopy } from '@/domain/marked-copy/shape'
import type { Block } from '@/text/blocks'
import { directionOf } from '@/text/direction'
import { readingOf } from '@/text/reading'
import { withNumberedRelationships } from '../docx/relationships'
import { PAGE } from '../docx/styles'
import type { Direction } from '../office/direction'
import { packed } from '../office/package'
import { xmlText } from '../office/xml-text'
import { wordsOf } from '../words'
import { commentOf } from './comment'
import { cutBlocks, headlineBlock, type CutBlock, type Piece } from './pieces'
import { addedRuns, keptRuns, removedRuns, stretchesOf, type NextId } from './runs'
import { NUMBERING, stylesOf } from './styles'
import { beginsTable, rowsOf, type PlacedCell } from './table'

const STYLE_OF: Record<Exclude<Block['kind'], 'heading' | 'list_item'>, string> = {
  paragraph: 'ArticleText',
  standfirst: 'Subtitle',
  quote: 'Quote',
  pull_quote: 'PullQuote',
  caption: 'Caption',
  table_cell: 'TableCell',
}

/** A number or letter that the writer put before a list item, in any digits. */
const OWN_NUMBER = /^[([]?(?:[\p{Nd}]{1,9}|\p{L})[.)\]\-–:،]/u

function styleOf({ kind, level }: Block, words: string): string {
  if (kind === 'heading') return `Heading${level ?? 1}`
  if (kind === 'list_item') return OWN_NUMBER.test(words) ? 'ListNumber' : 'ListBullet'
  return STYLE_OF[kind]
}

type WrittenCell = PlacedCell<Paragraph>

/** Everything that a paragraph of the article is written with. */
type Pen = { copy: MarkedCopy; reading: string; direction: Direction; nextId: NextId }

function childrenOf({ start, end, pieces }: CutBlock<Place>, pen: Pen): ParagraphChild[] {
  const { reading, direction, nextId } = pen
  const { language } = pen.copy.article
  const stretches = stretchesOf(reading.slice(start, end), start, direction)
  const context = { reading, stretches, language, direction }
  const write: { [K in Piece['kind']]: (piece: Extract<Piece, { kind: K }>) => ParagraphChild[] } = {
    start: ({ remark }) => [new CommentRangeStart(remark)],
    end: ({ remark }) => [
      new CommentRangeEnd(remark),
      new TextRun({ children: [new CommentReference(remark)] }),
    ],
    kept: (span) => keptRuns(context, span),
    removed: (span) => removedRuns(context, span, nextId),
    added: ({ wording }) => addedRuns(context, wording, nextId),
  }
  return pieces.flatMap((piece) => (write[piece.kind] as (one: Piece) => ParagraphChild[])(piece))
}

type Place = { start: number; end: number }

const paragraphOf = (style: string, block: CutBlock<Place>, pen: Pen) =>
  new Paragraph({
    style,
    ...(pen.direction === 'rtl' && { bidirectional: true }),
    children: childrenOf(block, pen),
  })

/** Cells that follow each other, in the rows and columns in which they stood. */
function tableOf(cells: readonly WrittenCell[], direction: Direction): Table {
  const rows = rowsOf(cells)
  const columns = Math.max(...rows.map((row) => row.length))
  const size = Math.floor(PAGE.inner / columns)
  const cellOf = (paragraphs: Paragraph[] | undefined) =>
    new TableCell({
      children: paragraphs ?? [new Paragraph({})],
      width: { size, type: WidthType.DXA },
    })
  return new Table({
    rows: rows.map(
      (row) => new TableRow({ children: Array.from({ length: columns }, (_, at) => cellOf(row[at])) }),
    ),
    columnWidths: Array.from({ length: columns }, () => size),
    width: { size: PAGE.inner, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    ...(direction === 'rtl' && { visuallyRightToLeft: true }),
  })
}

function bodyOf(pen: Pen): (Paragraph | Table)[] {
  const { copy, reading, direction } = pen
  const written: (Paragraph | Table)[] = []
  let cells: WrittenCell[] = []
  const endTable = () => {
    if (cells.length > 0) written.push(tableOf(cells, direction))
    cells = []
  }
  for (const block of cutBlocks(copy.blocks, copy)) {
    const one = paragraphOf(styleOf(block, reading.slice(block.start, block.end)), block, pen)
    if (block.kind === 'table_cell') {
      if (beginsTable(block.cell, cells.at(-1)?.cell)) endTable()
      cells.push({ written: one, cell: block.cell })
    } else {
      endTable()
      written.push(one)
    }
  }
  endTable()
  // A document does not end with a table (ECMA-376, 17.4.37).
  return written.at(-1) instanceof Table ? [...written, new Paragraph({})] : written
}

function titleOf(pen: Pen): Paragraph {
  const { copy, direction } = pen
  const [title] = cutBlocks([headlineBlock(copy)], copy)
  if (title && copy.headline !== '') return paragraphOf('Title', title, pen)
  return new Paragraph({
    style: 'Title',
    ...(direction === 'rtl' && { bidirectional: true }),
    children: [
      new TextRun({ text: xmlText(copy.article.title), ...(direction === 'rtl' && { rightToLeft: true }) }),
    ],
  })
}

/**
 * An article as a Word document (ECMA-376) for its writer: its text, with each remark as a comment on its words and
 * each proposed wording as a tracked change. Changes that the writer makes are tracked too. The same copy always gives
 * the same bytes.
 */
export async function markedCopyDocx(copy: MarkedCopy): Promise<Uint8Array> {
  const { article, madeAt } = copy
  const t = wordsOf(copy.language)
  let id = 0
  const pen: Pen = {
    copy,
    reading: readingOf(copy),
    direction: directionOf(article.language),
    nextId: () => ++id,
  }
  const { width, height, margin } = PAGE
  const edge = { top: margin, bottom: margin, left: margin, right: margin }
  const document = new Document({
    title: xmlText(article.title),
    styles: stylesOf(article.language),
    numbering: NUMBERING,
    features: { trackRevisions: true },
    compatabilityModeVersion: 15,
    comments: { children: copy.remarks.map((remark, index) => commentOf(remark, index, copy, t)) },
    sections: [
      {
        properties: { page: { size: { width, height }, margin: edge } },
        children: [titleOf(pen), ...bodyOf(pen)],
      },
    ],
  })
  const about = {
    title: article.title,
    creator: article.byline || copy.newsroom,
    language: article.language,
    at: madeAt,
  }
  return packed(await Packer.toBuffer(document), about, withNumberedRelationships)
}
