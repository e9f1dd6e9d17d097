import type { Piece } from '../assemble'
import type { Notice } from '../incoming'
import { elementsOf, firstOf, type NewsNode, wordsOf } from './xml'

/** Blocks of NITF and of XHTML, which NewsML-G2 carries inside it. */
const KINDS = new Map<string, Piece['kind']>([
  ['p', 'paragraph'],
  ['hl2', 'heading'],
  ['li', 'list_item'],
  ['dt', 'list_item'],
  ['dd', 'list_item'],
  ['td', 'table_cell'],
  ['th', 'table_cell'],
  ['bq', 'quote'],
  ['blockquote', 'quote'],
  ['media-caption', 'caption'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
  ['tagline', 'paragraph'],
  ['credit', 'paragraph'],
  ['fn', 'paragraph'],
  ['pre', 'paragraph'],
])
const PICTURES = new Set(['media-reference', 'img', 'media-object'])
const SILENT = new Set(['script', 'style', 'media-metadata', 'media-producer'])

export type NewsBody = { pieces: Piece[]; notices: Notice[] }

/** The blocks of an article's body, in order; words outside a block make a paragraph. */
export function bodyOf(body: NewsNode): NewsBody {
  const found = { pieces: [] as Piece[], images: 0, tables: 0, deletions: 0 }
  let loose = ''
  const end = (kind: Piece['kind'], level?: number) => {
    if (loose.trim() !== '') found.pieces.push({ kind, ...(level && { level }), text: loose.trim() })
    loose = ''
  }
  const walk = (node: NewsNode, around: Piece['kind'], level?: number) => {
    for (const one of node.children) {
      if (typeof one === 'string') {
        loose += one.replace(/\s+/g, ' ')
        continue
      }
      if (one.name === 'br') loose = `${loose.trimEnd()}\n`
      if (PICTURES.has(one.name)) found.images++
      if (one.name === 'table') found.tables++
      if (one.name === 'del') found.deletions++
      if (SILENT.has(one.name) || one.name === 'del' || PICTURES.has(one.name)) continue
      const heading = /^h([1-6])$/.exec(one.name)?.[1]
      const kind = heading ? 'heading' : KINDS.get(one.name)
      const blockLike = kind ?? (isBlock(one) ? around : undefined)
      if (blockLike === undefined) walk(one, around, level)
      else {
        end(around, level)
        // A paragraph in a quotation or a list item is of their kind.
        const own = kind === undefined || (kind === 'paragraph' && around !== 'paragraph') ? around : kind
        const ownLevel = own === 'heading' ? Number(heading ?? 2) : undefined
        walk(one, own, ownLevel)
        end(own, ownLevel)
      }
    }
  }
  walk(body, 'paragraph')
  end('paragraph')
  return {
    pieces: found.pieces,
    notices: [
      { kind: 'tables', as: 'kept', count: found.tables },
      { kind: 'deletions', as: 'accepted', count: found.deletions },
      { kind: 'images', as: 'left_out', count: found.images },
    ],
  }
}

/** Whether an element holds blocks, and so ends the words before it. */
const isBlock = (node: NewsNode): boolean =>
  [
    'block',
    'div',
    'section',
    'article',
    'media',
    'table',
    'tr',
    'ul',
    'ol',
    'dl',
    'hr',
    'figure',
    'note',
    'body',
  ].includes(node.name) || elementsOf(node).some((one) => KINDS.has(one.name) || isBlock(one))

/** The words of the first of these elements that has any. */
export function saidIn(node: NewsNode, ...names: string[]): string {
  for (const name of names) {
    const words = wordsOf(firstOf(node, name))
    if (words !== '') return words
  }
  return ''
}
