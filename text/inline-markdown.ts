import MarkdownIt, { type Token } from 'markdown-it'

const MARK = /[*_[\\`<]/g
/** Each costs up to 400 bytes while its block is read. */
const MOST_MARKS = 50_000

const markdown = new MarkdownIt('commonmark')
/** HTML and character references stay as written. */
markdown.inline.ruler.enableOnly(['text', 'escape', 'backticks', 'emphasis', 'link', 'image', 'autolink'])
/** No address becomes a link, so that none is refused or rewritten. */
markdown.validateLink = () => true
markdown.normalizeLink = (address) => address
markdown.normalizeLinkText = (address) => address

const IN_WORD = /[\p{L}\p{N}]/u
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
