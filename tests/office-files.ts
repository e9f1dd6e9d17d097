import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'

/** A zip of the given files, name to content. */
export function zipOf(files: Record<string, string | Uint8Array>): Buffer {
  const bytes = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ])
  return Buffer.from(zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>))
}

/** Changes the entry of one file in a zip's directory: `at` is the offset in its header, and `value` has 4 bytes. */
function withDirectoryField(zip: Buffer, name: string, at: number, value: number): Buffer {
  const changed = Buffer.from(zip)
  const entry = changed.lastIndexOf(name) - 46
  if (changed.readUInt32LE(entry) !== 0x02014b50) throw new Error(`no entry ${name}`)
  changed.writeUInt32LE(value, entry + at)
  return changed
}

/** The same zip with a false declared size for one file. */
export function declaring(zip: Buffer, name: string, size: number): Buffer {
  return withDirectoryField(zip, name, 24, size)
}

/** The same zip with a file flagged as password-protected. */
export function withPassword(zip: Buffer, name: string): Buffer {
  return withDirectoryField(zip, name, 8, (8 << 16) | 1)
}

/** The same zip with one name overwritten by another of equal length. */
export function renamed(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1')
}

const WORD_NAMES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
].join(' ')
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function relations(all: { id: string; type: string; target: string; outside?: boolean }[]): string {
  const each = all.map(
    ({ id, type, target, outside }) =>
      `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`
}

export type WordParts = {
  body: string
  styles?: string
  numbering?: string
  footnotes?: string
  endnotes?: string
  comments?: string
  commentsExtended?: string
  header?: string
  title?: string
  /** Addresses that an `r:id` may refer to. */
  links?: Record<string, string>
  macros?: boolean
}

const ROOTS = {
  styles: 'w:styles',
  numbering: 'w:numbering',
  footnotes: 'w:footnotes',
  endnotes: 'w:endnotes',
  comments: 'w:comments',
  commentsExtended: 'w15:commentsEx',
  header: 'w:hdr',
} as const

/** A Word file with the given body, and the given content in each named part. */
export function wordFile(parts: WordParts): Buffer {
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<w:document ${WORD_NAMES}><w:body>${parts.body}<w:sectPr/></w:body></w:document>`,
  }
  const links = Object.entries(parts.links ?? {})
  const related = links.map(([id, target]) => ({ id, type: 'hyperlink', target, outside: true }))
  const main = [...related]
  for (const [name, root] of Object.entries(ROOTS)) {
    const inside = parts[name as keyof typeof ROOTS]
    if (inside === undefined) continue
    files[`word/${name}.xml`] = `<${root} ${WORD_NAMES}>${inside}</${root}>`
    files[`word/_rels/${name}.xml.rels`] = relations(related)
    main.push({ id: `part-${name}`, type: name, target: `${name}.xml`, outside: false })
  }
  if (parts.macros) main.push({ id: 'macros', type: 'vbaProject', target: 'vbaProject.bin', outside: false })
  files['word/_rels/document.xml.rels'] = relations(main)
  const top = [{ id: 'main', type: 'officeDocument', target: 'word/document.xml' }]
  if (parts.title !== undefined) {
    top.push({ id: 'core', type: 'metadata/core-properties', target: 'docProps/core.xml' })
    files['docProps/core.xml'] =
      `<cp:coreProperties xmlns:cp="urn:x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${parts.title}</dc:title><dc:creator>A. Machine</dc:creator></cp:coreProperties>`
  }
  files['_rels/.rels'] = relations(top)
  return zipOf(files)
}

/** A run of words. */
export function run(words: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
}

/** A paragraph: words, or markup that starts with `<`. */
export function paragraph(content: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`
}

export function styled(style: string, words: string): string {
  return paragraph(words, `<w:pStyle w:val="${style}"/>`)
}

const ODF = 'urn:oasis:names:tc:opendocument:xmlns'
const ODF_NAMES = [
  ...['office', 'text', 'table', 'style', 'meta', 'script', 'manifest'].map(
    (name) => `xmlns:${name}="${ODF}:${name}:1.0"`,
  ),
  `xmlns:draw="${ODF}:drawing:1.0"`,
  `xmlns:fo="${ODF}:xsl-fo-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
].join(' ')

export type OdtParts = {
  text: string
  automaticStyles?: string
  styles?: string
  title?: string
  scripts?: string
  manifest?: string
  mimetype?: string
}

/** An OpenDocument text with the given content in `office:text` and in each named part. */
export function odtFile(parts: OdtParts): Buffer {
  const { scripts = '', automaticStyles = '', manifest = '' } = parts
  return zipOf({
    mimetype: parts.mimetype ?? 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${ODF_NAMES}>${scripts}<office:automatic-styles>${automaticStyles}</office:automatic-styles><office:body><office:text>${parts.text}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${ODF_NAMES}>${parts.styles ?? ''}</office:document-styles>`,
    'meta.xml': `<office:document-meta ${ODF_NAMES}><office:meta><dc:title>${parts.title ?? ''}</dc:title></office:meta></office:document-meta>`,
    'META-INF/manifest.xml': `<manifest:manifest ${ODF_NAMES}>${manifest}</manifest:manifest>`,
  })
}

/** The bytes of a file of tests/cases. */
export function caseFile(name: string): Buffer {
  return readFileSync(new URL(`./cases/${name}`, import.meta.url))
}
