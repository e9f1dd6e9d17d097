import { isComplexScript } from '../office/language'
import { type XmlNode, child, elements, textOf } from '../office/xml'
import { beginForms } from './forms'
import { readFrame } from './frames'
import type { Comment, Reading } from './reading'

/** Elements that mark a point and have no words. */
const EMPTY =
  /^text:(?:bookmark|reference-mark|toc-mark|user-index-mark|alphabetical-index-mark)(?:-start|-end)?$|^text:(?:soft-page-break)$/
const FRAME = /^(?:draw|dr3d):/
/** Wrappers around the writer's own words; other elements of text are fields. */
const WRAPPERS = new Set(['text:span', 'text:meta', 'text:ruby', 'text:ruby-base'])

/**
 * Reads the notes of a text. The readers of blocks and of inline content need each other, so this type links them.
 */
export type ReadNote = (node: XmlNode, reading: Reading) => { author: string; text: string; links: string[] }

export type Around = { paragraph: string | undefined; span: string | undefined; readNote: ReadNote }

/** Reads the content of a paragraph. */
export function readInline(reading: Reading, node: XmlNode, around: Around): void {
  for (const one of node.children) {
    if (typeof one === 'string') readCharacters(reading, one, around)
    else readPiece(reading, one, around)
  }
}

function readPiece(reading: Reading, node: XmlNode, around: Around): void {
  const { attributes } = node
  if (FRAME.test(node.name)) return readFrame(reading, node)
  if (EMPTY.test(node.name)) return
  switch (node.name) {
    case 'text:s':
      return reading.write(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, 1000)))
    case 'text:tab':
      return reading.write('\t')
    case 'text:line-break':
      return reading.breakLine()
    case 'text:a':
      return readLink(reading, node, around)
    case 'text:ruby-text':
      return readRuby(reading, node, around)
    case 'text:note':
      return readNoteMark(reading, node, around)
    case 'office:annotation':
      reading.comments.push(commentOf(reading, node, around))
      return
    case 'office:annotation-end':
      return endComment(reading, attributes['office:name'])
    case 'text:change':
    case 'text:change-start':
    case 'text:change-end':
      return reading.meet(node, (paragraphs) => readDeleted(reading, paragraphs, around))
    case 'text:script':
      return reading.leaveOut('scripts')
    case 'text:hidden-text':
    case 'text:hidden-paragraph':
      return reading.hidden(attributes['text:is-hidden'] !== 'false', () => readInline(reading, node, around))
    default:
      return WRAPPERS.has(node.name) ? readSpan(reading, node, around) : readField(reading, node, around)
  }
}

/** The words of a deletion whose first and last paragraph are parts of the paragraph around it. */
function readDeleted(reading: Reading, paragraphs: readonly XmlNode[], { readNote }: Around): void {
  paragraphs.forEach((one, index) => {
    if (index > 0) reading.manuscript.endBlock({ kind: 'paragraph' })
    reading.beginParagraph()
    readInline(reading, one, { paragraph: one.attributes['text:style-name'], span: undefined, readNote })
  })
}

function readCharacters(reading: Reading, characters: string, { paragraph, span }: Around): void {
  const { styles, votes } = reading.shared
  reading.writeCollapsed(characters)
  if (reading.manuscript.silent) return
  const complex = isComplexScript(characters)
  const tag =
    styles.language('text', span, complex) ??
    styles.language('paragraph', paragraph, complex) ??
    styles.defaultLanguage(complex)
  if (tag !== null) votes.add(tag, characters)
}

function readSpan(reading: Reading, node: XmlNode, around: Around): void {
  const style = node.attributes['text:style-name']
  const span = node.name === 'text:span' && style !== undefined ? style : around.span
  const ends = node.name === 'text:span' ? beginForms(reading, 'text', style) : []
  readInline(reading, node, { ...around, span })
  for (const end of ends.reverse()) end()
}

function readRuby(reading: Reading, node: XmlNode, around: Around): void {
  const end = reading.manuscript.reading()
  readInline(reading, node, around)
  end()
}

function readField(reading: Reading, node: XmlNode, around: Around): void {
  const before = reading.manuscript.written
  readInline(reading, node, around)
  if (reading.manuscript.written > before && node.name !== 'text:meta-field')
    reading.shared.tally.add('fields', 'kept')
}

function readLink(reading: Reading, node: XmlNode, around: Around): void {
  const url = node.attributes['xlink:href'] ?? ''
  const end = reading.manuscript.link(url)
  readInline(reading, node, around)
  end()
}

function readNoteMark(reading: Reading, node: XmlNode, { readNote }: Around): void {
  const body = child(node, 'text:note-body')
  if (!body || reading.manuscript.silent) return
  reading.marks.push({
    origin: node.attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote',
    note: readNote(body, reading),
    point: reading.manuscript.mark('end'),
  })
}

function commentOf(reading: Reading, node: XmlNode, { readNote }: Around): Comment {
  const { attributes } = node
  const creator = child(node, 'dc:creator')
  const body = { ...node, children: elements(node).filter(({ name }) => /^text:(?:p|list)$/.test(name)) }
  return {
    name: attributes['office:name'],
    parent: attributes['loext:parent-name'] ?? attributes['office:parent-name'],
    note: {
      ...readNote(body, reading),
      author: creator ? textOf(creator).trim() : '',
      ...(attributes['loext:resolved'] === 'true' && { settled: true as const }),
    },
    start: reading.manuscript.mark('start'),
  }
}

/** Ends a comment; one without an end mark stands at a point. */
function endComment(reading: Reading, name: string | undefined): void {
  const open = reading.comments.findLast((one) => one.name !== undefined && one.name === name)
  if (open) open.end = reading.manuscript.mark('end')
}
