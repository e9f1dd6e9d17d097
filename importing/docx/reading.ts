import type { LanguageVote } from '../office/language'
import { Grid } from '../office/grid'
import { Manuscript, type BoundaryPoint } from '../office/manuscript'
import type { Tally } from '../office/tally'
import type { XmlNode } from '../office/xml'
import { isGone } from './changes'
import type { ChangeBorder, View } from '../office/tracked'
import { Fields } from './fields'
import type { Numbering } from './numbering'
import type { Relationship } from './package'
import type { Styles } from './styles'

/** State that all parts of one file share. */
export type Shared = { styles: Styles; numbering: Numbering; tally: Tally; votes: LanguageVote }

export type CommentPoints = { start?: BoundaryPoint; end?: BoundaryPoint; reference?: BoundaryPoint }

/** The state of reading one flow of text: the body, a footnote or a comment. */
export class Reading {
  readonly manuscript: Manuscript
  readonly fields = new Fields()
  readonly comments = new Map<string, CommentPoints>()
  readonly marks: { origin: 'footnote' | 'endnote'; id: string; point: BoundaryPoint }[] = []
  /** Text boxes in the open paragraph; their text follows it. */
  boxes: XmlNode[] = []
  /** Names of moved passages, and counts of moved pieces outside a named one. */
  readonly moves = { named: new Set<string>(), to: 0, from: 0 }
  /** Where tracked changes start and end. */
  readonly borders: ChangeBorder[] = []
  /** Nesting depth in tables. */
  cells = 0
  readonly grid = new Grid()
  /** Nesting depth in content that a tracked change deletes. */
  dropping = 0

  constructor(
    readonly shared: Shared,
    readonly relationships: ReadonlyMap<string, Relationship>,
    readonly view: View = 'accepted',
  ) {
    this.manuscript = new Manuscript(shared.tally)
  }

  get silent(): boolean {
    return this.dropping > 0 || this.fields.inCode
  }

  write(words: string): void {
    if (!this.silent) this.manuscript.write(words)
  }

  breakLine(): void {
    if (!this.silent && this.manuscript.breakLine()) this.shared.tally.add('line_breaks', 'kept')
  }

  /** Counts content that is left out, unless a tracked change has deleted it already. */
  leaveOut(kind: 'images' | 'embedded', count = 1): void {
    if (!this.silent && !this.manuscript.silent) this.shared.tally.add(kind, 'left_out', count)
  }

  dropped(read: () => void): void {
    this.dropping++
    read()
    this.dropping--
  }

  /** Reads what a tracked change inserts or deletes; the view decides whether it is text. */
  change(node: XmlNode, read: () => void): void {
    this.border(node, true)
    if (isGone(this.view, node)) this.dropped(read)
    else read()
    this.border(node, false)
  }

  border(node: XmlNode, opens: boolean): void {
    this.borders.push({ node, opens, point: this.manuscript.mark(opens ? 'start' : 'end') })
  }

  comment(id: string): CommentPoints {
    const found = this.comments.get(id) ?? {}
    this.comments.set(id, found)
    return found
  }

  /** Opens a link and returns the function that closes it. An empty or non-web address makes no link. */
  openLink(url: string): () => void {
    return this.manuscript.link(this.silent ? '' : url)
  }
}
