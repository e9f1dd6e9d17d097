import type { LanguageVote } from '../office/language'
import { Grid } from '../office/grid'
import { Manuscript, type BoundaryPoint } from '../office/manuscript'
import type { WrittenNote } from '../office/notes'
import type { Tally } from '../office/tally'
import type { XmlNode } from '../office/xml'
import { Changes } from './changes'
import type { Numbering } from './numbering'
import type { ChangeBorder, View } from '../office/tracked'
import type { Styles } from './styles'

/** State that the text and its notes share; `media` gives the media type of an embedded object by its path. */
export type Shared = {
  styles: Styles
  numbering: Numbering
  tally: Tally
  votes: LanguageVote
  media: ReadonlyMap<string, string>
}

export type Comment = {
  name: string | undefined
  parent: string | undefined
  note: WrittenNote
  start: BoundaryPoint
  end?: BoundaryPoint
}

/** The state of reading one flow of text: the body, a footnote or a comment. */
export class Reading {
  readonly manuscript: Manuscript
  readonly changes: Changes
  readonly comments: Comment[] = []
  readonly marks: { origin: 'footnote' | 'endnote'; note: WrittenNote; point: BoundaryPoint }[] = []
  /** Text boxes in the open paragraph; their text follows it. */
  boxes: XmlNode[] = []
  cells = 0
  readonly grid = new Grid()
  /** Nesting depth in the heading rows of tables. */
  headings = 0
  /** Where tracked changes start and end. */
  readonly borders: ChangeBorder[] = []
  /** The insertions that are open, in the view that rejects them: their words are not text. */
  private readonly rejected = new Set<string>()
  /** Whether a space would follow a space or start the paragraph; such a space is dropped. */
  private afterBlank = true

  constructor(
    readonly shared: Shared,
    readonly view: View = 'accepted',
  ) {
    this.manuscript = new Manuscript(shared.tally)
    this.changes = new Changes(shared.tally)
  }

  /** Writes characters of the file; each run of spaces and line ends becomes one space. */
  writeCollapsed(characters: string): void {
    const single = characters.replace(/[ \t\r\n]+/g, ' ')
    const words = this.afterBlank && single.startsWith(' ') ? single.slice(1) : single
    if (words === '') return
    this.write(words)
    this.afterBlank = words.endsWith(' ')
  }

  /** Writes characters unchanged. */
  write(words: string): void {
    this.afterBlank = false
    if (!this.dropping) this.manuscript.write(words)
  }

  /** Whether the words that come, and the ends of their paragraphs, are those of a rejected insertion. */
  get dropping(): boolean {
    return this.rejected.size > 0
  }

  /** Meets the mark of a tracked change. */
  meet(mark: XmlNode, readDeleted: (paragraphs: XmlNode[]) => void): void {
    const id = mark.attributes['text:change-id']
    const change = this.changes.at(id)
    this.changes.meet(id, this.manuscript.written)
    if (!change || id === undefined) return
    if (mark.name !== 'text:change-end') this.border(change.node, true)
    if (this.view === 'rejected') {
      if (mark.name === 'text:change-start') this.rejected.add(id)
      else if (mark.name === 'text:change-end') this.rejected.delete(id)
      else if (!this.dropping) this.asideOf(() => readDeleted(change.paragraphs))
    }
    if (mark.name !== 'text:change-start') this.border(change.node, false)
  }

  private border(node: XmlNode, opens: boolean): void {
    this.borders.push({ node, opens, point: this.manuscript.mark(opens ? 'start' : 'end') })
  }

  /** Reads words that stand elsewhere in the file, so that they change no blank of the words around them. */
  private asideOf(read: () => void): void {
    const before = this.afterBlank
    read()
    this.afterBlank = before
  }

  breakLine(): void {
    this.afterBlank = false
    if (!this.dropping && this.manuscript.breakLine()) this.shared.tally.add('line_breaks', 'kept')
  }

  beginParagraph(): void {
    this.afterBlank = true
  }

  leaveOut(kind: 'images' | 'embedded' | 'equations' | 'scripts'): void {
    if (!this.manuscript.silent) this.shared.tally.add(kind, 'left_out')
  }

  hidden(when: boolean, read: () => void): void {
    const end = when ? this.manuscript.leave('hidden') : undefined
    read()
    end?.()
  }
}
