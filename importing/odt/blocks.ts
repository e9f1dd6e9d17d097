import { addressesOf } from '../office/addresses'
import { spanOf } from '../office/grid'
import type { Style } from '../office/manuscript'
import type { WrittenNote } from '../office/notes'
import { type XmlNode, elements } from '../office/xml'
import { beginForms } from './forms'
import { readFrame } from './frames'
import { readInline } from './inline'
import { Reading } from './reading'

/** Elements between blocks that hold no text: forms, declarations and the sources of an index. */
const NO_TEXT = /^office:forms$|-decls$|^text:[a-z-]+-source$/

/** Reads one element between paragraphs: a paragraph, or a container of paragraphs. */
export function readBlock(reading: Reading, node: XmlNode, inList = false): void {
  const { attributes } = node
  if (NO_TEXT.test(node.name)) return
  switch (node.name) {
    case 'text:tracked-changes':
      return reading.changes.declare(node)
    case 'text:p':
    case 'text:h':
      return readParagraph(reading, node, inList)
    case 'text:list':
      return reading.shared.numbering.list(node, () => readWithin(reading, node, inList))
    case 'text:list-item':
      return reading.shared.numbering.item(node, () => readWithin(reading, node, true))
    case 'text:numbered-paragraph':
      return readWithin(reading, node, true)
    case 'text:list-header':
      return readWithin(reading, node, false)
    case 'text:section':
      return reading.hidden(attributes['text:display'] === 'none', () => readWithin(reading, node, inList))
    case 'table:table':
      return readTable(reading, node)
    case 'table:table-row':
      reading.grid.beginRow()
      return readWithin(reading, node, inList)
    case 'table:table-cell':
      reading.grid.beginCell({
        columns: spanOf(attributes['table:number-columns-spanned']),
        rows: spanOf(attributes['table:number-rows-spanned']),
        head: reading.headings > 0,
        followed: true,
      })
      return readWithin(reading, node, inList)
    case 'table:table-header-rows':
      reading.headings++
      readWithin(reading, node, inList)
      reading.headings--
      return
    case 'table:covered-table-cell':
      reading.grid.beginCell()
      return reading.hidden(true, () => readWithin(reading, node, false))
    case 'office:annotation':
      return
    case 'text:change':
    case 'text:change-start':
    case 'text:change-end':
      return reading.meet(node, (paragraphs) => {
        for (const one of paragraphs) readParagraph(reading, one, inList)
      })
    default:
      if (!node.name.startsWith('draw:')) return readWithin(reading, node, inList)
      readFrame(reading, node)
      return readBoxes(reading)
  }
}

function readWithin(reading: Reading, node: XmlNode, inList: boolean): void {
  for (const one of elements(node)) readBlock(reading, one, inList)
}

function readParagraph(reading: Reading, node: XmlNode, inList: boolean): void {
  const paragraph = node.attributes['text:style-name']
  const { shared } = reading
  const before = reading.manuscript.written
  reading.beginParagraph()
  const label = shared.numbering.next(node, shared.styles.listStyle(paragraph))
  const ends = beginForms(reading, 'paragraph', paragraph)
  if (!reading.dropping) {
    reading.manuscript.around = shared.styles.direction(paragraph)
    reading.manuscript.listNumber(label)
  }
  readInline(reading, node, { paragraph, span: undefined, readNote })
  for (const end of ends.reverse()) end()
  reading.changes.endParagraph(before, reading.manuscript.written)
  if (!reading.dropping) reading.manuscript.endBlock(blockStyle(reading, node, inList))
  readBoxes(reading)
}

function blockStyle(reading: Reading, node: XmlNode, inList: boolean): Style {
  if (reading.cells > 0) return { kind: 'table_cell', place: reading.grid.at }
  const style = reading.shared.styles.blockStyle(node.attributes['text:style-name'])
  if (node.name === 'text:h' && !style.title) {
    const level = Number(node.attributes['text:outline-level'] ?? style.level ?? 1) || 1
    return { kind: 'heading', level: Math.min(Math.max(level, 1), 6) }
  }
  return inList && style.kind !== 'heading' ? { kind: 'list_item' } : style
}

function readBoxes(reading: Reading): void {
  for (let box = reading.boxes.shift(); box; box = reading.boxes.shift()) {
    const rest = reading.boxes
    reading.boxes = []
    const before = reading.manuscript.written
    const isText = ({ name }: XmlNode) => !name.startsWith('draw:') || box.name === 'draw:text-box'
    for (const one of elements(box).filter(isText)) readBlock(reading, one)
    if (reading.manuscript.written > before) reading.shared.tally.add('text_boxes', 'kept')
    reading.boxes.push(...rest)
  }
}

function readTable(reading: Reading, node: XmlNode): void {
  const before = reading.manuscript.written
  reading.cells++
  reading.grid.begin()
  readWithin(reading, node, false)
  reading.grid.end()
  reading.cells--
  if (reading.manuscript.written > before && reading.cells === 0) reading.shared.tally.add('tables', 'kept')
}

/** The words of a footnote or comment. A comment on those words stands at the mark of the note. */
function readNote(node: XmlNode, around: Reading): WrittenNote {
  const reading = new Reading(around.shared)
  readWithin(reading, node, false)
  for (const { name, parent, note } of reading.comments)
    around.comments.push({ name, parent, note, start: around.manuscript.mark('start') })
  const text = reading.manuscript.blocks.map((block) => block.text).join('\n')
  return {
    author: '',
    text,
    links: addressesOf(
      text,
      reading.manuscript.links.map(({ url }) => url),
    ),
  }
}
