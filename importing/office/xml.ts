import { setImmediate } from 'node:timers/promises'
import { SaxesParser } from 'saxes'
import { ImportProblem } from '../incoming'

/** An element under our prefix for its namespace, whatever prefix the file uses. */
export type XmlNode = {
  name: string
  /** Only attributes without a namespace, or of a namespace that the reader knows. */
  attributes: Record<string, string | undefined>
  children: (XmlNode | string)[]
}

/** The deepest nesting of elements, because the readers recurse. */
const MAX_DEPTH = 400
/** Largest size of one part, in bytes. The longest text that the desk accepts needs half of it. */
const MAX_XML_BYTES = 48 * 1024 * 1024
/** UTF-16 units read before other work gets its turn. */
const READ_AT_ONCE = 512 * 1024

/**
 * Reads an XML part. An element of an unlisted namespace is named `other:…`. The reader never loads anything outside
 * the part and expands only the predefined XML entities.
 *
 * With `stream`, it hands over each child of an element named in `within` as soon as the child is complete, then
 * forgets it. So memory holds one child, not the whole part.
 *
 * @throws ImportProblem unpacks_too_large, entities (a document type or entity declaration), damaged (not
 * well-formed)
 */
export async function readXml(
  bytes: Uint8Array,
  namespaces: Readonly<Record<string, string>>,
  stream?: { within: readonly string[]; take: (node: XmlNode) => void },
): Promise<XmlNode> {
  if (bytes.length > MAX_XML_BYTES) throw new ImportProblem('unpacks_too_large')
  const prefixes = new Map(Object.entries(namespaces))
  const parser = new SaxesParser({ xmlns: true })
  const document: XmlNode = { name: '', attributes: {}, children: [] }
  const open: XmlNode[] = [document]
  parser.on('doctype', () => {
    throw new ImportProblem('entities')
  })
  parser.on('error', (error) => {
    throw new ImportProblem('damaged', { said: error.message })
  })
  parser.on('opentag', (tag) => {
    if (open.length > MAX_DEPTH) throw new ImportProblem('damaged')
    const attributes: XmlNode['attributes'] = {}
    for (const { uri, local, value } of Object.values(tag.attributes)) {
      const prefix = prefixes.get(uri)
      if (uri === '') attributes[local] = value
      else if (prefix !== undefined) attributes[`${prefix}:${local}`] = value
    }
    const node: XmlNode = {
      name: `${prefixes.get(tag.uri) ?? 'other'}:${tag.local}`,
      attributes,
      children: [],
    }
    open.push(node)
  })
  parser.on('closetag', () => {
    const node = open.pop()
    const parent = open.at(-1)
    if (!node || !parent) return
    if (stream?.within.includes(parent.name)) stream.take(node)
    else parent.children.push(node)
  })
  const text = (words: string) => {
    open.at(-1)?.children.push(words)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  const source = decoded(bytes)
  for (let at = 0; at < source.length; at += READ_AT_ONCE) {
    if (at > 0) await setImmediate()
    parser.write(source.slice(at, at + READ_AT_ONCE))
  }
  parser.close()
  const root = document.children.find((child) => typeof child !== 'string')
  if (!root) throw new ImportProblem('damaged')
  return root
}

/** XML parts are UTF-8 or, with a byte order mark, UTF-16. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw new ImportProblem('damaged', { said: error.message })
    throw error
  }
}

/** The child elements. */
export function elements(node: XmlNode): XmlNode[] {
  return node.children.filter((child) => typeof child !== 'string')
}

/** The first child with this name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node && elements(node).find((one) => one.name === name)
}

/** All descendants with this name, in document order, without a search inside those found. */
export function descendants(node: XmlNode, name: string): XmlNode[] {
  return elements(node).flatMap((one) => (one.name === name ? [one] : descendants(one, name)))
}

/** All character data below the node. */
export function textOf(node: XmlNode): string {
  return node.children.map((one) => (typeof one === 'string' ? one : textOf(one))).join('')
}
