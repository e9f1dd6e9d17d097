import { setImmediate } from 'node:timers/promises'
import { SaxesParser } from 'saxes'
import { ImportProblem } from '../incoming'

/** An element under the prefix that the reader gives its namespace, whatever prefix the file uses. */
export type XmlNode = {
  name: string
  /** Only those without a namespace, or of a namespace the reader knows. */
  attributes: Record<string, string | undefined>
  children: (XmlNode | string)[]
}

/** Deepest nesting of elements; the readers go down by recursion. */
const MAX_DEPTH = 400
/** Bytes of one part. A text as long as the desk takes needs half of it. */
const MAX_XML_BYTES = 48 * 1024 * 1024
/** UTF-16 units read before others get their turn. */
const READ_AT_ONCE = 512 * 1024

/**
 * Reads an XML part. Elements of other namespaces than those given are named `other:…`. Nothing outside the part is
 * ever loaded, and no entity is expanded but those of XML itself.
 *
 * With `stream`, each child of an element named in `within` is handed over as soon as it is complete and then
 * forgotten, so that memory holds one of them and not the whole part.
 *
 * @throws ImportProblem unpacks_too_large, entities (a document type or entity declaration), damaged (not well-formed)
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

/** The element's children that are elements. */
export function elements(node: XmlNode): XmlNode[] {
  return node.children.filter((child) => typeof child !== 'string')
}

/** Its first child of this name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node && elements(node).find((one) => one.name === name)
}

/** All elements of this name below it, in document order, not looking inside those found. */
export function descendants(node: XmlNode, name: string): XmlNode[] {
  return elements(node).flatMap((one) => (one.name === name ? [one] : descendants(one, name)))
}

/** All characters below it. */
export function textOf(node: XmlNode): string {
  return node.children.map((one) => (typeof one === 'string' ? one : textOf(one))).join('')
}
