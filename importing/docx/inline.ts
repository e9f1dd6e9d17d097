import { isComplexScript } from '../office/language'
import { type XmlNode, child, descendants, elements, textOf } from '../office/xml'
import { readDrawing } from './drawings'
import { equationText } from './equations'
import { linkOfField } from './fields'
import { beginDirection, beginForms } from './forms'
import type { Reading } from './reading'
import { isOn } from './styles'
import { symbol } from './symbols'

/** Reads the content of a paragraph; `paragraph` is its properties. Unknown wrappers yield their content. */
export function readInline(reading: Reading, node: XmlNode, paragraph: XmlNode | undefined): void {
  for (const one of elements(node)) readPiece(reading, one, paragraph)
}

function readPiece(reading: Reading, node: XmlNode, paragraph: XmlNode | undefined): void {
  const within = () => readInline(reading, node, paragraph)
  if (readMarker(reading, node)) return
  switch (node.name) {
    case 'w:r':
      return readRun(reading, node, paragraph)
    case 'w:ins':
      return reading.change(node, () => readInserted(reading, within))
    case 'w:del':
      if (!reading.silent && descendants(node, 'w:r').length > 0)
        reading.shared.tally.add('deletions', 'accepted')
      return reading.change(node, within)
    case 'w:moveTo':
      reading.moves.to++
      return reading.change(node, within)
    case 'w:moveFrom':
      reading.moves.from++
      return reading.change(node, within)
    case 'w:hyperlink': {
      const id = node.attributes['r:id']
      const close = reading.openLink((id !== undefined && reading.relationships.get(id)?.target) || '')
      within()
      return close()
    }
    case 'w:fldSimple': {
      const close = openField(reading, node.attributes['w:instr'] ?? '')
      within()
      return close()
    }
    case 'w:sdt':
      return readControl(node, (content) => readInline(reading, content, paragraph))
    case 'm:oMath':
      if (!reading.silent) reading.shared.tally.add('equations', 'kept')
      return reading.write(equationText(node))
    case 'mc:AlternateContent':
      return alternative(node, (chosen) => readInline(reading, chosen, paragraph))
    case 'w:dir':
    case 'w:bdo': {
      const end = beginDirection(reading, node)
      within()
      return end()
    }
    case 'w:pPr':
    case 'w:smartTagPr':
    case 'w:customXmlPr':
      return
    default:
      return within()
  }
}

/** Reads the starts and ends of comments and moved passages, which stand between runs and between paragraphs. */
export function readMarker(reading: Reading, node: XmlNode): boolean {
  const id = node.attributes['w:id'] ?? ''
  switch (node.name) {
    case 'w:commentRangeStart':
      reading.comment(id).start = reading.manuscript.mark('start')
      return true
    case 'w:commentRangeEnd':
      reading.comment(id).end = reading.manuscript.mark('end')
      return true
    case 'w:moveFromRangeStart':
    case 'w:moveToRangeStart':
      reading.moves.named.add(node.attributes['w:name'] ?? id)
      return true
    default:
      return false
  }
}

/** Counts an insertion when some of it remains. */
function readInserted(reading: Reading, within: () => void): void {
  const before = reading.manuscript.written
  within()
  if (reading.manuscript.written > before) reading.shared.tally.add('insertions', 'accepted')
}

/** Reads the content of a content control, unless it is only the placeholder prompt. */
export function readControl(node: XmlNode, read: (content: XmlNode) => void): void {
  const placeholder = child(child(node, 'w:sdtPr'), 'w:showingPlcHdr')
  const content = child(node, 'w:sdtContent')
  if (content && !(placeholder && isOn(placeholder.attributes['w:val']))) read(content)
}

/** Reads one of two versions of the same content: one is for newer programs, one for older ones. */
export function alternative(node: XmlNode, read: (chosen: XmlNode) => void): void {
  const chosen = child(node, 'mc:Choice') ?? child(node, 'mc:Fallback')
  if (chosen) read(chosen)
}

/** Counts a field result that shows something, unless the field is a link. */
function openField(reading: Reading, code: string): () => void {
  const link = linkOfField(code)
  if (link !== null) return reading.openLink(link)
  const before = reading.manuscript.written
  return () => {
    if (reading.manuscript.written > before) reading.shared.tally.add('fields', 'kept')
  }
}

function readRun(reading: Reading, run: XmlNode, paragraph: XmlNode | undefined): void {
  const own = child(run, 'w:rPr')
  const ends = beginForms(reading, run, paragraph)
  for (const node of elements(run)) {
    if (readNoteMark(reading, node)) break
    readRunPiece(reading, node, own, paragraph)
  }
  for (const end of ends.reverse()) end()
}

function readRunPiece(
  reading: Reading,
  node: XmlNode,
  own: XmlNode | undefined,
  paragraph: XmlNode | undefined,
): void {
  switch (node.name) {
    case 'w:t': {
      const words = textOf(node).replace(/[\t\n\r]+/g, ' ')
      voteForLanguage(reading, words, own, paragraph)
      return reading.write(words)
    }
    case 'w:delText':
      return reading.view === 'rejected' ? reading.write(textOf(node).replace(/[\t\n\r]+/g, ' ')) : undefined
    case 'w:tab':
    case 'w:ptab':
      return reading.write('\t')
    case 'w:cr':
      return reading.breakLine()
    case 'w:br': {
      const type = node.attributes['w:type']
      return type === 'page' || type === 'column' ? reading.write('\n\n') : reading.breakLine()
    }
    case 'w:noBreakHyphen':
      return reading.write('\u2011')
    case 'w:softHyphen':
      return reading.write('\u00ad')
    case 'w:sym':
      return reading.write(symbol(node.attributes['w:font'] ?? '', node.attributes['w:char'] ?? ''))
    case 'w:fldChar':
      return readFieldMark(reading, node.attributes['w:fldCharType'])
    case 'w:instrText':
    case 'w:delInstrText':
      return reading.fields.code(textOf(node))
    case 'w:commentReference':
      reading.comment(node.attributes['w:id'] ?? '').reference = reading.manuscript.mark('end')
      return
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return readDrawing(reading, node)
    case 'w:ruby':
      return readRuby(reading, node, paragraph)
    case 'mc:AlternateContent':
      return alternative(node, (chosen) =>
        elements(chosen).forEach((one) => readRunPiece(reading, one, own, paragraph)),
      )
    default:
      return
  }
}

/** The reading stands before its words in the file, and behind them in the text. */
function readRuby(reading: Reading, node: XmlNode, paragraph: XmlNode | undefined): void {
  const part = (name: string) => child(node, name) ?? { name, attributes: {}, children: [] }
  readInline(reading, part('w:rubyBase'), paragraph)
  const end = reading.manuscript.reading()
  readInline(reading, part('w:rt'), paragraph)
  end()
}

/** True when the rest of the run is the mark itself, such as an asterisk that the writer chose. */
function readNoteMark(reading: Reading, node: XmlNode): boolean {
  const origin =
    node.name === 'w:footnoteReference'
      ? 'footnote'
      : node.name === 'w:endnoteReference'
        ? 'endnote'
        : undefined
  const id = node.attributes['w:id']
  if (!origin || id === undefined) return false
  if (!reading.silent) reading.marks.push({ origin, id, point: reading.manuscript.mark('end') })
  return isOn(node.attributes['w:customMarkFollows'], false)
}

function readFieldMark(reading: Reading, type: string | undefined): void {
  if (type === 'begin') reading.fields.begin()
  else if (type === 'separate') reading.fields.separate((code) => openField(reading, code))
  else if (type === 'end') reading.fields.end()
}

function voteForLanguage(
  reading: Reading,
  words: string,
  own: XmlNode | undefined,
  paragraph: XmlNode | undefined,
): void {
  const { styles, votes } = reading.shared
  if (reading.silent) return
  const attribute = isComplexScript(words) ? 'w:bidi' : 'w:val'
  const marked = styles.runProperty(own, paragraph, 'w:lang')?.attributes[attribute]
  const assumed = child(styles.defaults, 'w:lang')?.attributes[attribute]
  const tag = marked ?? assumed?.split('-')[0]
  if (tag !== undefined) votes.add(tag, words)
}
