import type { LanguageVote } from '../office/language'
import { Manuscript, type BoundaryPoint } from '../office/manuscript'
import type { WrittenNote } from '../office/notes'
import type { Tally } from '../office/tally'
import type { XmlNode } from '../office/xml'
import { Changes } from './changes'
import type { Styles } from './styles'

/** State that the text and its notes share; `media` gives the media type of an embedded object by its path. */
export type Shared = { styles: Styles; tally: Tally; votes: LanguageVote; media: ReadonlyMap<string, string> }

export type Comment = {
  name: string | undefined
  parent: string | undefined
  note: WrittenNote
  start: BoundaryPoint
  end?: BoundaryPoint
}

/** The state of reading one flow of text: the body, a footnote or a comment. */
export class Reading {
  readonly manuscript = new Manuscript()
  readonly changes: Changes
  readonly comments: Comment[] = []
  readonly marks: { origin: 'footnote' | 'endnote'; note: WrittenNote; point: BoundaryPoint }[] = []
  readonly links: { url: string; start: BoundaryPoint; end: BoundaryPoint }[] = []
  /** Text boxes in the open paragraph; their text follows it. */
  boxes: XmlNode[] = []
  cells = 0
  /** Nesting depth in hidden paragraphs, sections and spans. */
  hiding = 0
  /** Whether a space would follow a space or start the paragraph; such a space is dropped. */
  private afterBlank = true
  private hiddenBefore = false

  constructor(readonly shared: Shared) {
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
    if (this.hiding > 0) {
      if (!this.hiddenBefore && words.trim() !== '') {
        this.shared.tally.add('hidden_text', 'left_out')
        this.hiddenBefore = true
      }
      return
    }
    this.hiddenBefore = false
    this.manuscript.write(words)
  }

  breakLine(): void {
    this.afterBlank = false
    if (this.hiding > 0) return
    this.manuscript.breakLine()
    this.shared.tally.add('line_breaks', 'kept')
  }

  beginParagraph(): void {
    this.afterBlank = true
  }

  leaveOut(kind: 'images' | 'embedded' | 'equations' | 'scripts'): void {
    if (this.hiding === 0) this.shared.tally.add(kind, 'left_out')
  }

  hidden(when: boolean, read: () => void): void {
    if (when) this.hiding++
    read()
    if (when) this.hiding--
  }
}
