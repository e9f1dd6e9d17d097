import type { Note } from '../incoming'
import type { BoundaryPoint, Manuscript } from '../office/manuscript'

type Comment = { author: string; text: string; links: string[]; start?: BoundaryPoint; end: BoundaryPoint }
type Footnote = { origin: Note['origin']; text: string; links: string[]; point: BoundaryPoint }
type OpenNote = { origin: Note['origin']; words: string[]; links: string[] }

/** The footnotes and comments of a file. What is said of a comment stands before it, and its range around its words. */
export class RtfNotes {
  readonly footnotes: Footnote[] = []
  readonly comments: Comment[] = []
  /** The note whose words are being read. */
  open: OpenNote | null = null
  private readonly ranges = new Map<string, { start?: BoundaryPoint; end?: BoundaryPoint }>()
  private author = ''
  private reference = ''

  constructor(private readonly manuscript: Manuscript) {}

  begin(origin: Note['origin']): void {
    this.open = { origin, words: [], links: [] }
  }

  /** Takes what a group says of a comment; false when it is about something else. */
  fact(name: string, said: string): boolean {
    if (name === 'atnauthor') this.author = said
    else if (name === 'atnref') this.reference = said
    else if (name === 'atrfstart') this.ranges.set(said, { start: this.manuscript.mark('start') })
    else if (name === 'atrfend')
      this.ranges.set(said, { ...this.ranges.get(said), end: this.manuscript.mark('end') })
    else return false
    return true
  }

  end(): void {
    const { open } = this
    this.open = null
    if (!open) return
    const { origin, links } = open
    const text = wordsOf(open)
    if (text === '' && origin === 'comment') return
    const point = this.manuscript.mark('end')
    if (origin !== 'comment') {
      this.footnotes.push({ origin, text, links, point })
      return
    }
    const range = this.ranges.get(this.reference)
    this.comments.push({ author: this.author, text, links, start: range?.start, end: range?.end ?? point })
    this.author = ''
    this.reference = ''
  }
}

const wordsOf = ({ words }: OpenNote) =>
  words
    .join('')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
