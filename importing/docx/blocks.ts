import { spanOf, type WrittenCell } from '../office/grid'
import type { Style } from '../office/manuscript'
import { type XmlNode, child, descendants, elements, textOf } from '../office/xml'
import { isGone, isTracked } from './changes'
import { alternative, readControl, readInline, readMarker } from './inline'
import type { Reading } from './reading'
import { isOn } from './styles'

/** Reads consecutive paragraphs and tables: a body, a cell, a text box or a note. */
export class BlockReader {
  /** A tracked change deleted the paragraph mark before these words. */
  private joined = false
  private style: Style = { kind: 'paragraph' }

  constructor(private readonly reading: Reading) {}

  read(node: XmlNode): void {
    const { reading } = this
    const within = () => elements(node).forEach((one) => this.read(one))
    if (readMarker(reading, node)) return
    switch (node.name) {
      case 'w:p':
        return this.paragraph(node)
      case 'w:tbl':
        return this.table(node)
      case 'w:sdt':
        return readControl(node, (content) => elements(content).forEach((one) => this.read(one)))
      case 'mc:AlternateContent':
        return alternative(node, (chosen) => elements(chosen).forEach((one) => this.read(one)))
      case 'w:del':
      case 'w:moveFrom':
      case 'w:ins':
      case 'w:moveTo':
        return reading.change(node, within)
      case 'w:customXml':
      case 'w:smartTag':
        return within()
      case 'w:altChunk':
      case 'w:subDoc':
        return reading.leaveOut('embedded')
      default:
        if (descendants(node, 'w:t').some((words) => textOf(words).trim() !== ''))
          reading.leaveOut('embedded')
        return
    }
  }

  /** Ends the open paragraph when no other follows. */
  end(): void {
    this.joined = false
    this.reading.manuscript.endBlock(this.style)
    this.textBoxes()
  }

  private paragraph(node: XmlNode): void {
    const { reading } = this
    const { tally, styles } = reading.shared
    if (this.joined) tally.add('joined_paragraphs', 'accepted')
    const properties = child(node, 'w:pPr')
    const mark = child(properties, 'w:rPr')
    const before = reading.manuscript.written
    const changes = tally.count('insertions') + tally.count('deletions')
    if (!this.joined) this.begin(properties)
    readInline(reading, node, properties)
    reading.fields.endParagraph()
    const unchanged = tally.count('insertions') + tally.count('deletions') === changes
    const kept = reading.manuscript.written > before
    this.style =
      reading.cells > 0 ? { kind: 'table_cell', place: reading.grid.at } : styles.blockStyle(properties)
    if (child(mark, 'w:ins') && unchanged && !reading.silent) tally.add('insertions', 'accepted')
    const tracked = mark && isTracked(mark) ? mark : null
    if (tracked) reading.border(tracked, true)
    if (isGone(reading.view, mark)) {
      if (child(mark, 'w:del') && !kept && unchanged && !reading.silent) tally.add('deletions', 'accepted')
      this.joined = kept
    } else if (isDropCap(properties)) this.joined = false
    else this.end()
    if (tracked) reading.border(tracked, false)
  }

  /** Sets the number and the direction of a paragraph. */
  private begin(properties: XmlNode | undefined): void {
    const { manuscript, shared, silent } = this.reading
    const bidi = shared.styles.paragraphProperty(properties, 'w:bidi')
    manuscript.around = bidi && isOn(bidi.attributes['w:val']) ? 'rtl' : null
    const numbered = silent ? null : shared.styles.numbering(properties)
    manuscript.listNumber(numbered ? shared.numbering.next(numbered) : '')
  }

  private textBoxes(): void {
    const { reading } = this
    for (let box = reading.boxes.shift(); box; box = reading.boxes.shift()) {
      const rest = reading.boxes
      reading.boxes = []
      const before = reading.manuscript.written
      readBlocks(reading, box)
      if (reading.manuscript.written > before) reading.shared.tally.add('text_boxes', 'kept')
      reading.boxes.push(...rest)
    }
  }

  private table(node: XmlNode): void {
    const { reading } = this
    this.end()
    const before = reading.manuscript.written
    reading.cells++
    reading.grid.begin()
    this.rows(node)
    reading.grid.end()
    reading.cells--
    if (reading.manuscript.written > before && reading.cells === 0) reading.shared.tally.add('tables', 'kept')
  }

  private rows(node: XmlNode): void {
    for (const one of elements(node)) {
      if (one.name === 'w:tr') this.row(one)
      else if (one.name === 'w:sdt') readControl(one, (content) => this.rows(content))
      else if (one.name === 'w:customXml') this.rows(one)
      else readMarker(this.reading, one)
    }
  }

  private row(node: XmlNode): void {
    const { reading } = this
    const { tally } = reading.shared
    const properties = child(node, 'w:trPr')
    const changes = tally.count('insertions') + tally.count('deletions')
    const isNews = () => tally.count('insertions') + tally.count('deletions') === changes && !reading.silent
    const isHead = isOnOff(child(properties, 'w:tblHeader'))
    const read = () => this.cellsOf(node, isHead)
    if (!isGone(reading.view, properties)) reading.grid.beginRow()
    if (properties && isTracked(properties)) reading.change(properties, read)
    else read()
    if (child(properties, 'w:del')) {
      if (isNews()) tally.add('deletions', 'accepted')
      return
    }
    if (child(properties, 'w:ins') && isNews()) tally.add('insertions', 'accepted')
  }

  private cellsOf(node: XmlNode, head: boolean): void {
    const { reading } = this
    for (const one of elements(node)) {
      if (one.name === 'w:tc') {
        const properties = child(one, 'w:tcPr')
        if (!isGone(reading.view, properties)) reading.grid.beginCell({ ...mergedOf(properties), head })
        const read = () => readBlocks(reading, one)
        if (properties && isTracked(properties)) reading.change(properties, read)
        else read()
      } else if (one.name === 'w:sdt') readControl(one, (content) => this.cellsOf(content, head))
      else if (one.name === 'w:customXml') this.cellsOf(one, head)
      else readMarker(reading, one)
    }
  }
}

const isOnOff = (node: XmlNode | undefined) => node !== undefined && isOn(node.attributes['w:val'])

/** How a cell is merged with others: over columns, or with the cell above. */
function mergedOf(properties: XmlNode | undefined): WrittenCell {
  const vertical = child(properties, 'w:vMerge')
  return {
    columns: spanOf(child(properties, 'w:gridSpan')?.attributes['w:val']),
    continues: vertical !== undefined && vertical.attributes['w:val'] !== 'restart',
  }
}

/** A drop cap: one large first letter in its own frame, before the paragraph it belongs to. */
function isDropCap(properties: XmlNode | undefined): boolean {
  return (child(properties, 'w:framePr')?.attributes['w:dropCap'] ?? 'none') !== 'none'
}

/** Reads everything in an element as a separate flow of text. */
export function readBlocks(reading: Reading, container: XmlNode): void {
  const blocks = new BlockReader(reading)
  for (const one of elements(container)) blocks.read(one)
  blocks.end()
}
