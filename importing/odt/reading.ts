import type { LanguageVote } from '../office/language'
import { Manuscript, type BoundaryPoint } from '../office/manuscript'
import type { WrittenNote } from '../office/notes'
import type { Tally } from '../office/tally'
import type { XmlNode } from '../office/xml'
import { Changes } from './changes'
import type { Numbering } from './numbering'
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
  /** Whether a space would follow a space or start the paragraph; such a space is dropped. */
  private afterBlank = true

  constructor(readonly shared: Shared) {
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
    this.manuscript.write(words)
  }

  breakLine(): void {
    this.afterBlank = false
    if (this.manuscript.breakLine()) this.shared.tally.add('line_breaks', 'kept')
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
