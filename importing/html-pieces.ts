import { TEXT_BOUNDS } from '@/text/bounds'
import { canonicalText } from '@/text/canonical'
import type { Piece } from './assemble'
import type { Attributes, HtmlVisitor } from './html-walk'
import { ImportProblem } from './incoming'

export type HtmlPiece = Piece & {
  /** How many units of the text are inside links. */
  linked: number
}

const BREAKING = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p pre search ' +
    'section summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
)
const VERBATIM = new Set(['pre', 'listing', 'xmp'])
const KINDS = new Map<string, Piece['kind']>([
  ['li', 'list_item'],
  ['dt', 'list_item'],
  ['dd', 'list_item'],
  ['td', 'table_cell'],
  ['th', 'table_cell'],
  ['blockquote', 'quote'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
])
/** The white space that HTML collapses, and the no-break space, which Word and editors insert as a plain space. */
const BLANKS = /[ \t\n\r\f\v\u00a0\u2028\u2029]+/g
/** Zero width space, byte order mark and controls. The joiners U+200C and U+200D belong to letters and stay. */
const DROPPED = /[\u200b\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f]/g

/**
 * Collects text as blocks. A block belongs to the innermost heading, list item, cell, caption or quote around it, and to
 * a pull quote before all of them.
 * Throws ImportProblem `too_large` or `too_many_blocks` as soon as the text exceeds the desk's limits.
 */
export class PieceReader implements HtmlVisitor {
  readonly pieces: HtmlPiece[] = []
  /** Tables with at least two cells. */
  tables = 0
  private around: { depth: number; kind: Piece['kind']; level?: number }[] = []
  private cells: number[] = []
  private links: number[] = []
  private verbatim: number[] = []
  private titleDepth = 0
  private lines = ['']
  private linked = 0
  private units = 0

  open(name: string, attributes: Attributes, depth: number): void {
    if (BREAKING.has(name)) this.endBlock()
    if (name === 'br') this.lines.push('')
    if (name === 'a' && attributes.href !== undefined) this.links.push(depth)
    if (name === 'title') this.titleDepth = depth
    if (name === 'table') this.cells.push(0)
    if (VERBATIM.has(name)) this.verbatim.push(depth)
    const kind = kindOf(name, attributes)
    if (!kind) return
    this.around.push({ depth, ...kind })
    if (kind.kind === 'table_cell') this.cells.push((this.cells.pop() ?? 0) + 1)
  }

  close(name: string, depth: number): void {
    if (BREAKING.has(name)) this.endBlock()
    if (name === 'title' && this.titleDepth === depth) this.titleDepth = 0
    if (name === 'table' && (this.cells.pop() ?? 0) > 1) this.tables++
    if (this.links.at(-1) === depth) this.links.pop()
    if (this.verbatim.at(-1) === depth) this.verbatim.pop()
    if (this.around.at(-1)?.depth === depth) this.around.pop()
  }

  text(text: string): void {
    if (this.titleDepth > 0) return
    if (this.links.length > 0) this.linked += text.length
    this.lines[this.lines.length - 1] += text
  }

  /** Ends the current block. Two line breaks in a row also end one. */
  endBlock(): void {
    if (this.lines.length === 1 && this.lines[0] === '') return
    let open: string[] = []
    for (const line of this.writtenLines()) {
      if (line !== '') open.push(line)
      else if (open.length > 0) {
        this.add(open.join('\n'))
        open = []
      }
    }
    this.add(open.join('\n'))
    this.lines = ['']
  }

  private writtenLines(): string[] {
    const lines = this.lines.map((line) => line.replace(DROPPED, '').toWellFormed())
    if (this.verbatim.length === 0) return lines.map((line) => line.replace(BLANKS, ' ').trim())
    return lines.flatMap((line) =>
      line.split(/\r\n?|\n/).map((written) => written.replace(/[\u00a0\u2028\u2029\v\f]/g, ' ').trimEnd()),
    )
  }

  private add(written: string): void {
    const text = canonicalText(written).trim()
    if (text === '') return
    this.units += text.length + 2
    if (this.units > TEXT_BOUNDS.units + 2) throw new ImportProblem('too_large', { units: TEXT_BOUNDS.units })
    if (this.pieces.length === TEXT_BOUNDS.blocks) throw new ImportProblem('too_many_blocks')
    const pulled = this.around.find(({ kind }) => kind === 'pull_quote')
    const { kind = 'paragraph', level } = pulled ?? this.around.at(-1) ?? {}
    this.pieces.push({ kind, ...(level !== undefined && { level }), text, linked: this.linked })
    this.linked = 0
  }
}

const PULL_QUOTE = /(?:^|[\s_-])pull-?quote(?:$|[\s_-])/i
const STANDFIRST = /(?:^|[\s_-])(?:standfirst|dek|deck|sub-?headline|article-sub-?title)(?:$|\s)/i

/** A quotation of the article itself, set large beside it. */
export const isPullQuote = ({ class: named = '', role }: Attributes): boolean =>
  PULL_QUOTE.test(named) || role === 'doc-pullquote'

/** The lines between headline and text that say what the article is about. */
const isStandfirst = ({ class: named = '', role, itemprop }: Attributes): boolean =>
  STANDFIRST.test(named) || role === 'doc-subtitle' || itemprop === 'alternativeHeadline'

function kindOf(name: string, attributes: Attributes): { kind: Piece['kind']; level?: number } | null {
  const level = /^h([1-6])$/.exec(name)?.[1]
  if (level !== undefined) return { kind: 'heading', level: Number(level) }
  if (isPullQuote(attributes)) return { kind: 'pull_quote' }
  const kind = KINDS.get(name)
  if (kind) return { kind }
  if (isStandfirst(attributes)) return { kind: 'standfirst' }
  if (name !== 'p') return null
  if (/(?:^|\s)MsoTitle(?:\s|$)/.test(attributes.class ?? '')) return { kind: 'heading', level: 1 }
  const listed =
    attributes.class?.startsWith('MsoListParagraph') || /mso-list:\s*l\d/.test(attributes.style ?? '')
  return listed ? { kind: 'list_item' } : null
}
