import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  Packer,
  Paragraph,
  Table,
  TextRun,
  type ParagraphChild,
} from 'docx'
import type { MarkedCopy } from '@/domain/marked-copy/shape'
import type { Block, Cell } from '@/text/blocks'
import { directionOf } from '@/text/direction'
import { readingOf } from '@/text/reading'
import { partsOf, type DrawnCell } from '@/text/tables'
import { gridTable, type GridCell } from '../docx/grid-table'
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

type Written = { paragraph: Paragraph; cell: Cell | undefined; isCell: boolean; letters: number }

const cellOf = ({ blocks, ...cell }: DrawnCell<Written>): GridCell => ({
  ...cell,
  content: blocks.map(({ paragraph }) => paragraph),
  letters: Math.max(0, ...blocks.map(({ letters }) => letters)),
})

/** Cells whose places are not known, or that are too many for Word, one below the other. */
const columnOf = (cells: readonly Written[]) => ({
  columns: 1,
  headings: 0,
  rows: cells.map((one) => [cellOf({ blocks: [one], rows: 1, columns: 1, head: null })]),
})

function bodyOf(pen: Pen): (Paragraph | Table)[] {
  const { copy, reading, direction } = pen
  const blocks = cutBlocks(copy.blocks, copy).map((block): Written => {
    const { start, end, cell, kind } = block
    const paragraph = paragraphOf(styleOf(block, reading.slice(start, end)), block, pen)
    return { paragraph, cell, isCell: kind === 'table_cell', letters: end - start }
  })
  const written: (Paragraph | Table)[] = []
  const writeTable = (table: Table) => {
    // Word joins two tables without a paragraph between them.
    if (written.at(-1) instanceof Table) written.push(new Paragraph({}))
    written.push(table)
  }
  let loose: Written[] = []
  const endLoose = () => {
    if (loose.length > 0) writeTable(gridTable(columnOf(loose), direction))
    loose = []
  }
  for (const part of partsOf(blocks)) {
    if (!part.table && part.block.isCell) loose.push(part.block)
    else {
      endLoose()
      if (part.table)
        writeTable(
          gridTable({ ...part.table, rows: part.table.rows.map((row) => row.map(cellOf)) }, direction),
        )
      else written.push(part.block.paragraph)
    }
  }
  endLoose()
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
