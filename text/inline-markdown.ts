import MarkdownIt, { type Token } from 'markdown-it'

const MARK = /[*_[\\`<]/g
/** Each costs up to 400 bytes while its block is read. */
const MOST_MARKS = 50_000

const IN_WORD = /[\p{L}\p{N}]/u

function reader() {
  const markdown = new MarkdownIt('commonmark')
  // No address becomes a link, so that none is refused or rewritten.
  markdown.validateLink = () => true
  markdown.normalizeLink = (address) => address
  markdown.normalizeLinkText = (address) => address
  const { State } = markdown.inline
  /**
   * Decides which stars and underscores begin and end emphasis: the white space next to them decides, and underscores
   * within a word never do. CommonMark also needs white space next to punctuation, and so leaves the stars in
   * 说**「今天」**是 and **قال:**إن.
   */
  markdown.inline.State = class extends State {
    override scanDelims(start: number, mayBeInWord: boolean) {
      const { length } = super.scanDelims(start, mayBeInWord)
      const end = start + length
      const before = this.src.charAt(start - 1)
      const after = end < this.posMax ? this.src.charAt(end) : ''
      const ruled = mayBeInWord || !(IN_WORD.test(before) && IN_WORD.test(after))
      return { length, can_open: ruled && /\S/.test(after), can_close: ruled && /\S/.test(before) }
    }
  }
  return markdown
}

const markdown = reader()
/** HTML and character references stay as written. */
markdown.inline.ruler.enableOnly(['text', 'escape', 'backticks', 'emphasis', 'link', 'image', 'autolink'])
const wordsOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, content, children }) =>
      type === 'hardbreak' ? '\n' : type === 'image' ? wordsOf(children ?? []) : content,
    )
    .join('')

/**
 * The words of one Markdown block without its marks: emphasis, links, images (their description), code spans,
 * autolinks and backslash escapes. Unpaired marks stay, and so does a block with more than 50,000 marks, which is not
 * real text.
 */
export function plainInline(source: string): string {
  if ((source.match(MARK)?.length ?? 0) > MOST_MARKS) return source
  return wordsOf(markdown.parseInline(source, {})[0]?.children ?? [])
}

export type References = Readonly<Record<string, { href: string; title: string }>>
type Environment = { references: References; notes: ReadonlySet<string> }

/** Reads crossed-out words, raised and lowered figures, elements of HTML, links by reference and marks of notes too. */
const whole = reader()
whole.inline.ruler.enableOnly([
  'text',
  'escape',
  'backticks',
  'strikethrough',
  'emphasis',
  'link',
  'image',
  'autolink',
  'html_inline',
])
whole.inline.ruler2.enable('strikethrough')
whole.inline.ruler.before('link', 'note', (state, silent) => {
  const { notes } = state.env as Environment
  const label = /^\[\^?([^\s[\]]{1,100})\](?![([:])/.exec(state.src.slice(state.pos, state.pos + 110))
  if (!label || !notes.has(noteLabel(label[0]))) return false
  if (!silent) state.push('note', '', 0).content = noteLabel(label[0])
  state.pos += label[0].length
  return true
})

const IN_SIGNS = { '^': 'sup', '~': 'sub' } as const
const FIGURE = /^([\^~])((?![\^~])[^\s^~]{1,20})\1(?!\1)/
const STRUCK = /^~(?!~)(\S|\S[^~\n]{0,400}\S)~(?!~)/
const BESIDE_FIGURE = /[\p{L}\p{N})\]*]/u

/**
 * As Pandoc writes them, figures between carets or tildes right behind a word are raised or lowered. As GitHub does, a
 * pair of single tildes around whole words crosses them out.
 */
whole.inline.ruler.before('strikethrough', 'figure', (state, silent) => {
  const sign = state.src.charAt(state.pos)
  if (sign !== '^' && sign !== '~') return false
  const before = state.src.charAt(state.pos - 1)
  const from = state.src.slice(state.pos, Math.min(state.pos + 420, state.posMax))
  const isInWord = BESIDE_FIGURE.test(before)
  const found = isInWord ? FIGURE.exec(from) : STRUCK.exec(from)
  const inner = found?.[isInWord ? 2 : 1]
  if (!found || inner === undefined || before === sign) return false
  if (!isInWord && IN_WORD.test(from.charAt(found[0].length))) return false
  if (!silent) {
    const name = isInWord ? IN_SIGNS[sign] : 's'
    const { pos, posMax } = state
    state.push(`${name}_open`, name, 1)
    state.pos = pos + 1
    state.posMax = pos + 1 + inner.length
    state.md.inline.tokenize(state)
    state.push(`${name}_close`, name, -1)
    state.posMax = posMax
    state.pos = pos
  }
  state.pos += found[0].length
  return true
})

/** The label of a note as marks and definitions are compared. */
export const noteLabel = (written: string) => written.replace(/^\[|\]$/g, '').toLowerCase()

/** The label of a link's definition as markdown-it compares it. */
export const referenceLabel = (written: string) => whole.utils.normalizeReference(written)

/**
 * The tokens of one Markdown block. A block with too many marks is one text.
 * @param given the definitions of links by `referenceLabel`, and the labels of the notes that the document has
 */
export function inlineTokens(source: string, given: Environment): Token[] | null {
  if ((source.match(MARK)?.length ?? 0) > MOST_MARKS) return null
  return whole.parseInline(source, { ...given })[0]?.children ?? []
}
