import type { Piece } from './assemble'
import type { PieceReader } from './html-pieces'
import type { Attributes, HtmlVisitor } from './html-walk'

/** An element of the document and what is around it. */
export type Place = {
  name: string
  parent: Place | null
  depth: number
  /** Its content is not part of the text around it, such as a menu. */
  apart: boolean
}

export type PlacedPiece = {
  piece: Piece
  place: Place
  /** Whether most of its words are inside links. */
  linked: boolean
}

const APART = new Set('nav aside footer form menu dialog button search figure'.split(' '))
const APART_ROLES = new Set(
  'navigation complementary contentinfo search form menu menubar toolbar dialog banner'.split(' '),
)
/** Marks inside a paragraph: its place is the element around them. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big br cite code data dfn em font i ins kbd label mark nobr output q ruby rt s samp ' +
    'small span strike strong sub sup time tt u var wbr'
  ).split(' '),
)

/** Passes a document on to a reader of pieces, and notes in which element each piece stands. */
export class PlaceReader implements HtmlVisitor {
  readonly placed: PlacedPiece[] = []
  private readonly path: { place: Place; depth: number }[] = []
  private readonly links: number[] = []
  private readonly root: Place = { name: '', parent: null, depth: 0, apart: false }
  /** UTF-16 units since the last piece, without white space, outside and inside links. */
  private units = { plain: 0, linked: 0 }

  constructor(private readonly reader: PieceReader) {}

  open(name: string, attributes: Attributes, depth: number): void {
    this.reader.open(name, attributes, depth)
    this.note()
    if (name === 'a' && attributes.href !== undefined) this.links.push(depth)
    if (INLINE.has(name)) return
    const parent = this.current
    const apart = APART.has(name) || APART_ROLES.has(attributes.role?.trim().toLowerCase() ?? '')
    this.path.push({ place: { name, parent, depth: parent.depth + 1, apart }, depth })
  }

  close(name: string, depth: number): void {
    this.reader.close(name, depth)
    this.note()
    if (this.links.at(-1) === depth) this.links.pop()
    if (this.path.at(-1)?.depth === depth) this.path.pop()
  }

  text(text: string): void {
    this.units[this.links.length > 0 ? 'linked' : 'plain'] += text.replace(/\s+/g, '').length
    this.reader.text(text)
  }

  listMark(written: string): void {
    this.reader.listMark(written)
  }

  end(): void {
    this.reader.endBlock()
    this.note()
  }

  private get current(): Place {
    return this.path.at(-1)?.place ?? this.root
  }

  private note(): void {
    const added = this.reader.manuscript.blocks.slice(this.placed.length)
    if (added.length === 0) return
    const linked = this.units.linked >= this.units.plain
    this.units = { plain: 0, linked: 0 }
    for (const { style, text } of added)
      this.placed.push({ piece: { ...style, text }, place: this.current, linked })
  }
}

/** The innermost element around both. */
export function commonPlace(one: Place, other: Place): Place {
  let [a, b] = [one, other]
  while (a !== b) {
    if (a.depth >= b.depth && a.parent) a = a.parent
    else if (b.parent) b = b.parent
    else return a
  }
  return a
}
