import { SaxesParser } from 'saxes'

const ATOM = 'http://www.w3.org/2005/Atom'
const XML = 'http://www.w3.org/XML/1998/namespace'

export type XmlNode = {
  name: string
  space: string
  attributes: Record<string, string>
  children: XmlNode[]
  text: string
}

/** Parses a document as strict XML 1.0 with namespaces; throws at the first thing that is not well-formed. */
export function parseXml(document: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true })
  const root: XmlNode = { name: '', space: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const add = (text: string) => {
    const last = open.at(-1)
    if (last) last.text += text
  }
  parser.on('error', (error) => {
    throw error
  })
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('opentag', ({ local, uri, attributes }) => {
    const node: XmlNode = { name: local, space: uri, attributes: {}, children: [], text: '' }
    for (const { uri: space, local: name, value } of Object.values(attributes))
      node.attributes[space === XML ? `xml:${name}` : name] = value
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => void open.pop())
  parser.write(document).close()
  const [only] = root.children
  if (!only) throw new Error('There is no element')
  return only
}

/** How often each element may occur in its parent: RFC 4287, 4.1.1 and 4.1.2. */
const ALLOWED: Record<string, Record<string, [least: number, most: number]>> = {
  feed: {
    author: [0, Infinity],
    category: [0, Infinity],
    contributor: [0, Infinity],
    entry: [0, Infinity],
    generator: [0, 1],
    icon: [0, 1],
    id: [1, 1],
    link: [0, Infinity],
    logo: [0, 1],
    rights: [0, 1],
    subtitle: [0, 1],
    title: [1, 1],
    updated: [1, 1],
  },
  entry: {
    author: [0, Infinity],
    category: [0, Infinity],
    content: [0, 1],
    contributor: [0, Infinity],
    id: [1, 1],
    link: [0, Infinity],
    published: [0, 1],
    rights: [0, 1],
    source: [0, 1],
    summary: [0, 1],
    title: [1, 1],
    updated: [1, 1],
  },
  author: { name: [1, 1], uri: [0, 1], email: [0, 1] },
}

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const of = (node: XmlNode, name: string) => node.children.filter((child) => child.name === name)
const isAbsolute = (address: string | undefined) => address !== undefined && URL.canParse(address)

function wrongWith(node: XmlNode): string[] {
  const wrong: string[] = []
  const say = (what: string) => wrong.push(`${node.name}: ${what}`)
  if (node.space !== ATOM) say(`is of ${node.space}`)
  const allowed = ALLOWED[node.name]
  if (allowed) {
    for (const [name, [least, most]] of Object.entries(allowed)) {
      const { length } = of(node, name)
      if (length < least || length > most) say(`has ${length} of ${name}`)
    }
    for (const child of node.children) if (!allowed[child.name]) say(`has a ${child.name}`)
  } else if (node.children.length > 0) say('has elements inside')
  if (node.attributes['xml:lang'] !== undefined)
    if (Intl.getCanonicalLocales(node.attributes['xml:lang']).length !== 1) say('has no language')
  if (['updated', 'published'].includes(node.name))
    if (!RFC_3339.test(node.text) || Number.isNaN(Date.parse(node.text))) say(`is no moment: ${node.text}`)
  if (node.name === 'id' && !isAbsolute(node.text)) say(`is no address: ${node.text}`)
  if (node.name === 'link' && !isAbsolute(node.attributes.href)) say(`goes to ${node.attributes.href}`)
  if (node.name === 'category' && !node.attributes.term) say('has no term')
  if (['title', 'summary', 'content'].includes(node.name))
    if (!['text', 'html'].includes(node.attributes.type ?? 'text')) say(`is of ${node.attributes.type}`)
  if (node.name === 'entry' && of(node, 'content').length === 0)
    if (!of(node, 'link').some(({ attributes }) => attributes.rel === 'alternate')) say('leads nowhere')
  const alternates = of(node, 'link').filter(
    ({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate',
  )
  const kinds = alternates.map(({ attributes }) => `${attributes.type} ${attributes.hreflang}`)
  if (new Set(kinds).size < kinds.length) say('has two alternates of one kind')
  return [...wrong, ...node.children.flatMap(wrongWith)]
}

/** The violations of RFC 4287 in a document, as sentences; empty for a valid Atom feed. */
export function atomProblems(document: string): string[] {
  const feed = parseXml(document)
  const wrong = feed.name === 'feed' ? wrongWith(feed) : [`The root is ${feed.name}`]
  const entries = of(feed, 'entry')
  if (of(feed, 'author').length === 0 && entries.some((entry) => of(entry, 'author').length === 0))
    wrong.push('an entry has no author')
  const ids = [feed, ...entries].map((one) => of(one, 'id')[0]?.text)
  if (new Set(ids).size < ids.length) wrong.push('an id stands twice')
  if (!of(feed, 'link').some(({ attributes }) => attributes.rel === 'self'))
    wrong.push('the feed does not say where it is')
  return wrong
}

/** The text of the first element with that name. */
export const textOf = (node: XmlNode, name: string): string => of(node, name)[0]?.text ?? ''
export const entriesOf = (document: string): XmlNode[] => of(parseXml(document), 'entry')
