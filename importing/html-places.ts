import type { HtmlPiece, PieceReader } from './html-pieces'
import type { Attributes, HtmlVisitor } from './html-walk'

/** An element of the document and what is around it. */
export type Place = {
  name: string
  parent: Place | null
  depth: number
  /** Its content is not part of the text around it, such as a menu. */
  apart: boolean
}

export type PlacedPiece = { piece: HtmlPiece; place: Place }

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
  private readonly root: Place = { name: '', parent: null, depth: 0, apart: false }

  constructor(private readonly reader: PieceReader) {}

  open(name: string, attributes: Attributes, depth: number): void {
    this.reader.open(name, attributes, depth)
    this.note()
    if (INLINE.has(name)) return
    const parent = this.current
    const apart = APART.has(name) || APART_ROLES.has(attributes.role?.trim().toLowerCase() ?? '')
    this.path.push({ place: { name, parent, depth: parent.depth + 1, apart }, depth })
  }

  close(name: string, depth: number): void {
    this.reader.close(name, depth)
    this.note()
    if (this.path.at(-1)?.depth === depth) this.path.pop()
  }

  text(text: string): void {
    this.reader.text(text)
  }

  end(): void {
    this.reader.endBlock()
    this.note()
  }

  private get current(): Place {
    return this.path.at(-1)?.place ?? this.root
  }

  private note(): void {
    for (const piece of this.reader.pieces.slice(this.placed.length))
      this.placed.push({ piece, place: this.current })
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
