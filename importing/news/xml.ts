import { SaxesParser } from 'saxes'
import { ImportProblem } from '../incoming'

/** An element by its local name, whatever its namespace. */
export type NewsNode = {
  name: string
  attributes: Readonly<Record<string, string>>
  children: (NewsNode | string)[]
}

const MAX_DEPTH = 200
const MAX_NODES = 200_000

/**
 * Reads a news message. A document type may be named, as NITF does; anything that declares entities is refused, and
 * only the predefined entities and those of HTML are written out.
 * @throws ImportProblem `entities`, `damaged`, `too_large`
 */
export function readNewsXml(text: string): NewsNode {
  const document: NewsNode = { name: '', attributes: {}, children: [] }
  const open: NewsNode[] = [document]
  let nodes = 0
  const parser = new SaxesParser({ xmlns: true })
  Object.assign(parser.ENTITIES, HTML_ENTITIES)
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY|\[/i.test(doctype)) throw new ImportProblem('entities')
  })
  parser.on('error', (error) => {
    throw new ImportProblem('damaged', { said: error.message })
  })
  parser.on('opentag', (tag) => {
    if (open.length > MAX_DEPTH) throw new ImportProblem('damaged', { depth: MAX_DEPTH })
    if (++nodes > MAX_NODES) throw new ImportProblem('too_large', { elements: MAX_NODES })
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ name, value }) => [name, value]),
    )
    const node: NewsNode = { name: tag.local, attributes, children: [] }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (words) => void open.at(-1)?.children.push(words))
  parser.on('cdata', (words) => void open.at(-1)?.children.push(words))
  parser.write(text.replace(/^\ufeff/, '')).close()
  const root = elementsOf(document)[0]
  if (!root) throw new ImportProblem('damaged')
  return root
}

/** Names that NITF took over from HTML. */
const HTML_ENTITIES = {
  nbsp: '\u00a0',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  eacute: 'é',
  egrave: 'è',
  euro: '€',
  pound: '£',
  frac12: '½',
}

export const elementsOf = (node: NewsNode): NewsNode[] =>
  node.children.filter((one) => typeof one !== 'string')

/** The first descendant with one of these names, in the order of the document. */
export function firstOf(node: NewsNode, ...names: string[]): NewsNode | undefined {
  for (const one of elementsOf(node)) {
    const found = names.includes(one.name) ? one : firstOf(one, ...names)
    if (found) return found
  }
  return undefined
}

/** All descendants with this name, without a search inside those found. */
export const allOf = (node: NewsNode, name: string): NewsNode[] =>
  elementsOf(node).flatMap((one) => (one.name === name ? [one] : allOf(one, name)))

/** The words below a node, on one line. */
export const wordsOf = (node: NewsNode | undefined): string =>
  node === undefined ? '' : rawWordsOf(node).replace(/\s+/g, ' ').trim()

const rawWordsOf = (node: NewsNode): string =>
  node.children.map((one) => (typeof one === 'string' ? one : rawWordsOf(one))).join('')
