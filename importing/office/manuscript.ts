import { blocksOf } from '@/text/blocks'
import { TEXT_BOUNDS } from '@/text/bounds'
import { type Direction, firstDirection } from '../form/direction'
import { type FigureForm, FORMS, type LeftOutForm } from '../form/forms'
import { type Mark, passageOf, type Words } from '../form/passage'
import { quotationMarks } from '../form/quotation'
import { ImportProblem } from '../incoming'
import { type Finished, finishedOf, type Style } from './finish'
import { Leaving } from './leaving'
import { type BoundaryPoint, composed, type Cut, type PointAt, withoutCuts } from './points'
import { Tally } from './tally'

export type { BoundaryPoint, Cut, Finished, Style }

export type WrittenBlock = {
  style: Style
  text: string
  /** UTF-16 units at its beginning that are the number of a list item. */
  numbered: number
  /** The note mark that the block begins with; `length` includes the blanks after it. */
  lead?: { label: string; length: number }
}

/** Raised words that may be the mark of a note. */
export type NoteMark = Pick<Mark, 'label' | 'chance'> & { start: BoundaryPoint; end: BoundaryPoint }

/** NFC at most halves the length of a text. */
const MAX_WRITTEN = 2 * TEXT_BOUNDS.units

/**
 * Takes words in document order, each with the form that it has, and returns the canonical text with its blocks.
 * Points in it keep their words through trimming, composing and omitted blocks.
 */
export class Manuscript {
  readonly blocks: WrittenBlock[] = []
  readonly marks: NoteMark[] = []
  readonly links: { url: string; start: BoundaryPoint; end: BoundaryPoint }[] = []
  /** What other links lead to, such as addresses of mail. */
  readonly others: { url: string; start: BoundaryPoint; end: BoundaryPoint }[] = []
  /** UTF-16 units received so far, including those later trimmed. */
  written = 0
  /** The direction of the open block; null when its first letter decides. */
  around: Direction | null = null
  private pieces: Words[] = []
  private open = 0
  private points: PointAt[] = []
  private number = ''
  private figures: (FigureForm | null)[] = []
  private directions: Direction[] = []
  private group = 0
  /** Raised and lowered words that were written otherwise. */
  private readonly changed: Cut[] = []
  private quotations = 0
  private readonly leaving: Leaving

  constructor(private readonly tally = new Tally()) {
    this.leaving = new Leaving(tally)
  }

  /** @throws ImportProblem too_large when the words exceed what any text of the desk can hold */
  write(words: string): void {
    const leftOut = this.leaving.form
    if (leftOut !== undefined) return this.leaving.leaveOut(leftOut, words)
    const plain = words.replaceAll('\ufeff', '')
    const kept = this.afterGap && plain.startsWith(' ') ? plain.slice(1) : plain
    if (kept === '') return
    this.leaving.wrote()
    this.pieces.push({
      words: kept,
      figure: this.figures.at(-1) ?? undefined,
      group: this.group,
      direction: this.directions.at(-1),
    })
    this.open += kept.length
    this.written += kept.length
    if (this.written > MAX_WRITTEN) throw new ImportProblem('too_large', { max: TEXT_BOUNDS.units })
  }

  /** Ends a line inside a block; two in a row end the block. False where the line is left out. */
  breakLine(): boolean {
    if (this.silent) return false
    this.write('\n')
    return true
  }

  /** Whether the words that come are left out. */
  get silent(): boolean {
    return this.leaving.form !== undefined
  }

  /** Raises or lowers the words that come, or with null sets them on the line, until the returned function is called. */
  beginFigure(form: FigureForm | null): () => void {
    this.figures.push(form)
    return () => void this.figures.pop()
  }

  /** Keeps the raised words before and behind this point apart. */
  apart(): void {
    this.group++
  }

  /** Whether the words that come are raised. */
  get raised(): boolean {
    return this.figures.at(-1) === 'raised'
  }

  /** The words of a block that is a note, without its number or mark and without the cut words. */
  noteWords(index: number, cuts: readonly Cut[]): string {
    const block = this.blocks[index]
    if (!block) return ''
    const within = cuts.filter(({ start }) => start.block === index)
    const from = Math.max(block.numbered, block.lead?.length ?? 0)
    const mark: Cut[] = [
      { start: { side: 'start', block: index, offset: 0 }, end: { side: 'end', block: index, offset: from } },
    ]
    return withoutCuts(block.text, [...mark, ...within]).text
  }

  /** Begins words that are left out or, with `on` false, words that are not although those around them are. */
  leave(form: LeftOutForm, on = true): () => void {
    return this.leaving.begin(form, on)
  }

  /** Sets the words that come in one direction. */
  direct(direction: Direction): () => void {
    this.directions.push(direction)
    return () => void this.directions.pop()
  }

  /** Begins a quotation. @param language of the text around it, BCP 47 */
  quote(language: string | undefined): () => void {
    const [open, close] = quotationMarks(language, this.quotations)
    this.quotations++
    const end = this.enclose(open, close)
    return () => {
      this.quotations--
      end()
    }
  }

  /** Begins the reading of the words before it, as ruby has them. */
  reading(): () => void {
    const end = this.enclose('(', ')')
    return () => {
      if (end()) this.tally.add(...FORMS.reading.notice)
    }
  }

  /** Writes `open`, and `close` at the end when words stand between them. */
  enclose(open: string, close: string): () => boolean {
    const at = this.pieces.length
    const before = this.written
    this.write(open)
    const opened = this.written
    return () => {
      const said = this.written > opened
      if (said) this.write(close)
      else if (this.written > before && this.pieces.length === at + 1) {
        this.pieces.pop()
        this.open -= open.length
        this.written = before
        for (const point of this.points) point.at = Math.min(point.at, this.open)
      }
      return said
    }
  }

  /** Begins a link; an address that is not of the web makes none. */
  link(url: string): () => void {
    const start = this.mark('start')
    return () => {
      if (this.silent) return
      const all = /^https?:/i.test(url.trim()) ? this.links : this.others
      all.push({ url: url.trim(), start, end: this.mark('end') })
    }
  }

  /** Sets the number of the list item, as the open block shows it before its words. */
  listNumber(label: string): void {
    this.number = label
  }

  /** The start or end of a span. It includes the whole of a letter that it would cut. */
  mark(side: BoundaryPoint['side']): BoundaryPoint {
    const point: BoundaryPoint = { side, block: -1, offset: 0 }
    this.points.push({ point, at: this.open })
    return point
  }

  /**
   * Ends the open block. A block without words leaves only its points, which move to the next block.
   * @throws ImportProblem too_many_blocks
   */
  endBlock(style: Style): void {
    const read = this.pieces.map(({ words }) => words).join('')
    const around = this.around ?? firstDirection(read) ?? 'ltr'
    const passage = passageOf(this.pieces, around)
    const points = this.points.map(({ point, at }) => ({ point, at: passage.at(at, point.side) }))
    const pointsOf = (span: { start: number; end: number }): Cut => {
      const start: BoundaryPoint = { side: 'start', block: -1, offset: 0 }
      const end: BoundaryPoint = { side: 'end', block: -1, offset: 0 }
      points.push({ point: start, at: span.start }, { point: end, at: span.end })
      return { start, end }
    }
    for (const { label, chance, ...span } of passage.marks)
      this.marks.push({ label, chance, ...pointsOf(span) })
    for (const span of passage.figures) this.changed.push(pointsOf(span))
    this.place(style, passage.text, points, passage.lead)
    this.pieces = []
    this.points = []
    this.open = 0
    this.number = ''
    this.around = null
  }

  /**
   * Returns the text without the omitted blocks and the cut words; a point in one of those moves to where the text
   * continues.
   */
  finish(omitted: ReadonlySet<number> = new Set(), cuts: readonly Cut[] = []): Finished {
    const { figures, ...finished } = finishedOf(this.blocks, { omitted, cuts, figures: this.changed })
    this.tally.add(...FORMS.raised.notice, figures)
    return finished
  }

  /** Whether words were left out between a blank and what comes. */
  private get afterGap(): boolean {
    return this.leaving.justLeft && /(?:^|\s)$/.test(this.pieces.at(-1)?.words ?? '')
  }

  private place(style: Style, written: string, at: PointAt[], lead?: { label: string; end: number }): void {
    const number = this.number !== '' && written.trim() !== '' ? `${this.number} ` : ''
    const blank = number === '' ? 0 : written.length - written.trimStart().length
    const moved = at.map((one) => ({ ...one, at: Math.max(one.at - blank, 0) + number.length }))
    const { text, offsets } = composed(number + written.slice(blank), moved)
    const found = blocksOf(text, TEXT_BOUNDS.blocks - this.blocks.length)
    if (!found) throw new ImportProblem('too_many_blocks')
    let index = 0
    offsets.forEach(({ point, at }) => {
      while (index < found.length - 1 && (found[index]?.end ?? 0) < at) index++
      const { start, end } = found[index] ?? { start: 0, end: 0 }
      point.block = this.blocks.length + index
      point.offset = Math.min(Math.max(at - start, 0), end - start)
    })
    found.forEach(({ start, end }, place) => {
      const block: WrittenBlock = {
        style,
        text: text.slice(start, end),
        numbered: place === 0 ? number.length : 0,
      }
      const blanks = written.length - written.trimStart().length
      if (place === 0 && lead) block.lead = { label: lead.label, length: lead.end - blanks + number.length }
      this.blocks.push(block)
    })
  }
}
