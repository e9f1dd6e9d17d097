import { TEXT_BOUNDS } from '@/text/bounds'
import type { Piece } from './assemble'
import { directionOf, hasForm, HtmlForms } from './html-forms'
import { kindOf } from './html-kinds'
import { HtmlLists } from './html-lists'
import { HtmlNotes } from './html-notes'
import type { Attributes, HtmlVisitor } from './html-walk'
import { ImportProblem } from './incoming'
import { Grid, spanOf } from './office/grid'
import { Manuscript } from './office/manuscript'
import { Tally } from './office/tally'

const BREAKING = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p pre search ' +
    'section summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
)
const VERBATIM = new Set(['pre', 'listing', 'xmp'])
/** The white space that HTML collapses, and the no-break space, which Word and editors insert as a plain space. */
const BLANKS = /[ \t\n\r\f\v\u00a0\u2028\u2029]+/g
const BLANK_AT_END = /[ \t\n\r\f\v\u00a0\u2028\u2029]$/
/** Zero width space, byte order mark and controls. The joiners U+200C and U+200D belong to letters and stay. */
const DROPPED = /[\u200b\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f]/g
/** Words are handed on at the latest after so many units. */
const HELD_UNITS = 4 * TEXT_BOUNDS.units

export type PieceOptions = {
  /** How many items each numbered list has. */
  sizes?: readonly number[]
  /** The address that relative links start from. */
  base?: () => string | undefined
}

/**
 * Collects text as blocks. A block belongs to the innermost heading, list item, cell, caption or quote around it, and to
 * a pull quote before all of them.
 * Throws ImportProblem `too_large` or `too_many_blocks` as soon as the text exceeds the desk's limits.
 */
export class PieceReader implements HtmlVisitor {
  readonly tally = new Tally()
  readonly manuscript = new Manuscript(this.tally)
  readonly notes = new HtmlNotes(this.manuscript)
  /** Tables with at least two cells. */
  tables = 0
  /** UTF-16 units of text outside links and headings. */
  prose = 0
  private readonly forms = new HtmlForms(this.manuscript)
  private readonly lists: HtmlLists
  private around: { depth: number; kind: Piece['kind']; level?: number }[] = []
  private directions: { depth: number; direction: 'ltr' | 'rtl' }[] = []
  private cells: number[] = []
  private readonly grid = new Grid()
  private links: { depth: number; end: () => void }[] = []
  private verbatim: number[] = []
  private wordLists = new Map<string, boolean>()
  private wordList = ''
  private titleDepth = 0
  private words = ''
  /** Blanks that are written only when words follow in the same line. */
  private blank = ''
  private afterBlank = false
  /** Line ends since the last words of the block; null before its first words. */
  private ended: number | null = null
  private linked = 0
  private units = 0

  constructor(private readonly options: PieceOptions = {}) {
    this.lists = new HtmlLists(options.sizes)
  }

  get pieces(): Piece[] {
    return this.manuscript.blocks.map(({ style: { kind, level, place }, text }) => ({
      kind,
      ...(level !== undefined && { level }),
      ...(place?.cell && { cell: place.cell }),
      text,
    }))
  }

  open(name: string, attributes: Attributes, depth: number): void {
    const breaking = BREAKING.has(name)
    if (breaking) this.endBlock()
    else this.hand()
    if (name === 'br') this.lineEnd()
    if (name === 'title') this.titleDepth = depth
    if (name === 'table') this.beginTable(attributes)
    if (name === 'tr') this.grid.beginRow()
    if (VERBATIM.has(name)) this.verbatim.push(depth)
    const direction = breaking ? directionOf(attributes) : null
    if (direction) this.directions.push({ depth, direction })
    const number = this.lists.begin(name, attributes, depth)
    if (number !== null) this.manuscript.listNumber(number)
    this.wordList = /mso-list:\s*(l\d+ level\d+)/.exec(attributes.style ?? '')?.[1] ?? this.wordList
    if (!breaking && hasForm(name, attributes)) this.writeBlank()
    this.notes.open(name, attributes, depth, breaking)
    this.forms.begin(name, attributes, depth, !breaking)
    if (name === 'a' && attributes.href !== undefined)
      this.links.push({ depth, end: this.manuscript.link(this.absolute(attributes.href)) })
    const kind = kindOf(name, attributes)
    if (!kind) return
    this.around.push({ depth, ...kind })
    if (kind.kind === 'table_cell') this.beginCell(name, attributes)
  }

  close(name: string, depth: number): void {
    this.hand()
    if (this.links.at(-1)?.depth === depth) this.links.pop()?.end()
    this.forms.end(depth)
    if (BREAKING.has(name)) this.endBlock()
    this.notes.close(depth)
    this.lists.end(depth)
    if (name === 'li') this.manuscript.listNumber('')
    if (name === 'title' && this.titleDepth === depth) this.titleDepth = 0
    if (name === 'table') this.endTable()
    if (this.verbatim.at(-1) === depth) this.verbatim.pop()
    if (this.around.at(-1)?.depth === depth) this.around.pop()
    if (this.directions.at(-1)?.depth === depth) this.directions.pop()
  }

  text(text: string): void {
    if (this.titleDepth > 0) return
    this.words += text
    if (this.words.length > HELD_UNITS) this.hand()
  }

  /** A level of a list in Word's markup has either bullets or numbers; the first item tells. */
  listMark(written: string): void {
    const mark = written.replace(BLANKS, ' ').trim()
    const isNumber = /[\p{L}\p{N}]/u.test(mark) && (/\p{N}/u.test(mark) || /[^\p{L}]/u.test(mark))
    const numbered = this.wordLists.get(this.wordList) ?? isNumber
    this.wordLists.set(this.wordList, numbered)
    if (numbered && isNumber) this.manuscript.listNumber(mark)
  }

  /** Ends the current block. Two line breaks in a row also end one. */
  endBlock(): void {
    this.hand()
    this.blank = ''
    if (this.ended === null) return
    this.ended = null
    this.afterBlank = false
    const before = this.manuscript.blocks.length
    const { kind = 'paragraph', level } =
      this.around.find((one) => one.kind === 'pull_quote') ?? this.around.at(-1) ?? {}
    this.manuscript.around = this.directions.at(-1)?.direction ?? null
    const place = this.grid.at
    this.manuscript.endBlock({ kind, ...(level !== undefined && { level }), ...(place && { place }) })
    const added = this.manuscript.blocks.slice(before)
    for (const { text } of added) this.units += text.length + 2
    if (this.units > TEXT_BOUNDS.units + 2) throw new ImportProblem('too_large', { units: TEXT_BOUNDS.units })
    if (kind !== 'heading') this.prose += added.reduce((sum, { text }) => sum + text.length, -this.linked)
    this.linked = 0
  }

  private beginTable({ role }: Attributes): void {
    this.cells.push(0)
    this.grid.begin(/^(?:presentation|none)$/i.test(role?.trim() ?? ''))
  }

  private beginCell(name: string, { colspan, rowspan }: Attributes): void {
    this.cells.push((this.cells.pop() ?? 0) + 1)
    this.grid.beginCell({ columns: spanOf(colspan), rows: spanOf(rowspan), head: name === 'th' })
  }

  private endTable(): void {
    this.grid.end()
    if ((this.cells.pop() ?? 0) > 1) this.tables++
  }

  private absolute(href: string): string {
    const base = this.options.base?.()
    if (base === undefined && href.startsWith('//')) return `https:${href}`
    return URL.canParse(href, base) && !href.startsWith('#') ? new URL(href, base).href : href
  }

  /** Hands the words read so far to the manuscript. */
  private hand(): void {
    if (this.words === '') return
    const words = this.words.replace(DROPPED, '').toWellFormed()
    this.words = ''
    if (this.verbatim.length > 0) {
      const lines = words.split(/\r\n?|\n/)
      lines.forEach((line, index) => {
        if (index > 0) this.lineEnd()
        const plain = line.replace(/[\u00a0\u2028\u2029\v\f]/g, ' ')
        this.write(plain.trimEnd(), plain.length - plain.trimEnd().length)
      })
      return
    }
    const single = words.replace(BLANKS, ' ')
    if (single.startsWith(' ') && !this.afterBlank) this.blank = ' '
    this.write(single.trim(), BLANK_AT_END.test(words) ? 1 : 0)
  }

  private write(words: string, blanksAfter: number): void {
    if (words !== '') {
      const first = this.ended === null || this.ended > 1
      const kept = first ? words.trimStart() : words
      const blank = first || (this.ended ?? 0) > 0 ? '' : this.blank
      if (this.links.length > 0) this.linked += blank.length + kept.length
      this.manuscript.write(blank + kept)
      this.notes.said(kept)
      this.ended = 0
      this.blank = ''
      this.afterBlank = false
    }
    if (blanksAfter > 0 && !this.afterBlank) this.blank = ' '.repeat(blanksAfter)
  }

  /** Writes the blank before words with a form, so that it is not part of the form. */
  private writeBlank(): void {
    if (this.blank === '' || this.ended !== 0) return
    this.manuscript.write(this.blank)
    this.blank = ''
    this.afterBlank = true
  }

  private lineEnd(): void {
    this.blank = ''
    this.afterBlank = false
    if (this.ended === null) return
    this.ended++
    this.manuscript.write('\n')
  }
}
