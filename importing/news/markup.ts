import { elementsOf, type NewsNode, wordsOf } from './xml'

/** Elements of NITF by those of HTML that mean the same; others keep their name when HTML has it. */
const NAMES: Readonly<Record<string, string>> = {
  hl1: 'h1',
  hl2: 'h2',
  block: 'div',
  bq: 'blockquote',
  credit: 'p',
  tagline: 'p',
  fn: 'p',
  note: 'div',
  media: 'figure',
  'media-caption': 'figcaption',
  'media-reference': 'img',
  'media-object': 'img',
  'frac-num': 'sup',
  'frac-den': 'sub',
  inlineXML: 'div',
}
const KEPT = new Set(
  (
    'a abbr article aside b bdi bdo blockquote body br caption center code dd del details div dl dt em figcaption ' +
    'figure footer h1 h2 h3 h4 h5 h6 header hr i iframe img ins li main mark ol p picture pre q rp rt ruby s section ' +
    'small span strike strong sub summary sup svg table tbody td tfoot th thead tr u ul video audio'
  ).split(' '),
)
const EMPTY = new Set(['br', 'hr', 'img'])
const ATTRIBUTES = [
  'href',
  'id',
  'class',
  'role',
  'style',
  'start',
  'value',
  'type',
  'reversed',
  'dir',
  'lang',
  'hidden',
]
/** Facts about the message and its pictures among the words. */
const FACTS = new Set(['media-metadata', 'media-producer', 'script', 'style'])

export const escaped = (words: string) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The content of an element as HTML; `facts` counts what is no part of it. */
export function markupOf(node: NewsNode): { html: string; facts: number } {
  let facts = 0
  const inner = (of: NewsNode): string =>
    of.children
      .map((one) => {
        if (typeof one === 'string') return escaped(one)
        if (!FACTS.has(one.name)) return outer(one)
        facts++
        return ''
      })
      .join('')
  const outer = (one: NewsNode): string => {
    if (one.name === 'frac-sep') return escaped(wordsOf(one) || '/')
    const name = NAMES[one.name] ?? (KEPT.has(one.name) ? one.name : 'span')
    const { 'xml:lang': language, ...others } = one.attributes
    const attributes: Record<string, string> = { ...(language && { lang: language }), ...others }
    const written = ATTRIBUTES.flatMap((key) => {
      const value = attributes[key]
      return value === undefined ? [] : [` ${key}="${escaped(value)}"`]
    }).join('')
    return EMPTY.has(name) ? `<${name}${written}>` : `<${name}${written}>${inner(one)}</${name}>`
  }
  return { html: inner(node), facts }
}

/** The words of an element without those of some elements in it, on one line. */
export function wordsWithout(node: NewsNode, names: readonly string[]): string {
  const raw = (of: NewsNode): string =>
    of.children
      .map((one) => (typeof one === 'string' ? one : names.includes(one.name) ? '' : raw(one)))
      .join('')
  return raw(node).replace(/\s+/g, ' ').trim()
}

/** How many facts stand in an element, without those that have a field of their own here. */
export const factsIn = (node: NewsNode | undefined, read: ReadonlySet<string>): number =>
  node ? elementsOf(node).filter(({ name }) => !read.has(name)).length : 0
