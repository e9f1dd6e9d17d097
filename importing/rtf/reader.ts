import type { Cell } from '@/text/blocks'
import { Manuscript } from '../office/manuscript'
import { Tally } from '../office/tally'
import { RtfLetters } from './letters'
import { RtfNotes } from './notes'
import { APART, FIRST, PLAIN, SIGNS, type State } from './state'
import { RtfStyles } from './styles'
import type { Token } from './tokens'

/** Half points off the baseline that raise or lower words; less only sets them nicely. */
const LEAST_SHIFT = 4

/** Takes the tokens of a file one by one and writes its words. */
export class RtfReader {
  readonly tally = new Tally()
  readonly manuscript = new Manuscript(this.tally)
  readonly notes = new RtfNotes(this.manuscript)
  readonly values = new Map<string, string>()
  private state: State = { ...FIRST }
  private readonly around: State[] = []
  private readonly styles = new RtfStyles()
  private inTable = false
  /** Where the next cell stands; null before the first table. */
  private place: Cell | null = null
  private isHeading = false
  private readonly letters = new RtfLetters()
  /** Words of a font's name, a style's name or a value, until its group ends. */
  private collected = ''
  private value = ''
  private code = ''
  private links: { depth: number; end: () => void }[] = []
  private changed = { deleted: false, revised: false }

  take(token: Token): void {
    switch (token.kind) {
      case 'open':
        this.flush()
        this.letters.endSkipping()
        this.around.push(this.state)
        this.state = { ...this.state, begins: false, optional: false }
        return
      case 'close':
        return this.close()
      case 'byte':
        return this.letters.add(token.byte)
      case 'sign':
        return this.sign(token.sign)
      case 'word':
        return this.word(token.word, token.value)
    }
  }

  finish(): void {
    this.flush()
    this.endBlock('paragraph')
  }

  private sign(sign: string): void {
    this.flush()
    if (sign === '*') this.state.optional = true
    else if (sign === '~') this.write('\u00a0')
    else if (sign === '_') this.write('\u2011')
    else if (sign === '-') this.write('\u00ad')
  }

  private word(word: string, value: number | null): void {
    if (word === 'u') {
      this.flush()
      return this.write(this.letters.unicode(value ?? 0, this.state.skips))
    }
    if (this.letters.skips()) return
    this.flush()
    if (this.begin(word)) return
    if (SIGNS[word] !== undefined) this.write(SIGNS[word])
    else if (!this.document(word, value) && !this.block(word, value)) this.form(word, value)
  }

  /** Words that begin a group of another kind; an unknown one that may be skipped is. */
  private begin(word: string): boolean {
    const { optional } = this.state
    this.state.optional = false
    const apart = APART[word]
    if (apart !== undefined) {
      if (apart !== 'silent' && this.state.destination === 'text') this.tally.add(apart, 'left_out')
      this.to('nowhere')
    } else if (word === 'fonttbl') this.to('font')
    else if (word === 'stylesheet') this.to('style')
    else if (word === 'fldinst') this.to('code')
    else if (word === 'title' || word === 'author') this.collect(word)
    else if (word === 'atnauthor' || word === 'atrfstart' || word === 'atrfend' || word === 'atnref')
      this.collect(word)
    else if (word === 'listtext' || word === 'pntext') this.collect('number')
    else if (word === 'footnote' || word === 'annotation') this.openNote(word)
    else if (word === 'shppict' || word === 'shptxt' || word === 'shpinst' || word === 'shp') return true
    else if (!optional || word === 'cs' || word === 'fldrslt') return false
    else this.to('nowhere')
    return true
  }

  private to(destination: State['destination']): void {
    this.state.destination = destination
    this.state.begins = true
    this.collected = ''
  }

  private collect(name: string): void {
    // The properties of a document stand in a group whose other words go nowhere.
    if (name === 'title' && this.state.destination === 'text') return
    this.to('value')
    this.value = name
  }

  private openNote(word: string): void {
    if (this.state.destination === 'nowhere' || this.notes.open) return this.to('nowhere')
    this.to('note')
    this.notes.begin(word === 'annotation' ? 'comment' : 'footnote')
  }

  /** Facts about the whole file. */
  private document(word: string, value: number | null): boolean {
    const { destination } = this.state
    if (this.letters.codePage(word, value)) return true
    if (word === 'fcharset' && destination === 'font') this.letters.charset(this.state.font, value)
    else if (word === 'ftnalt' && this.notes.open) this.notes.open.origin = 'endnote'
    else return false
    return true
  }

  private block(word: string, value: number | null): boolean {
    const { state } = this
    if (word === 'par' || word === 'sect') this.endParagraph()
    else if (word === 'cell') this.endCell()
    else if (word === 'nestcell') this.endBlock('table_cell')
    else if (word === 'row') this.endRow()
    else if (word === 'trowd') this.beginRow()
    else if (word === 'trhdr') this.isHeading = value !== 0
    else if (word === 'line' || word === 'lbr') this.write('\n')
    else if (word === 'page' || word === 'column') this.write('\n\n')
    else if (word === 'pard')
      Object.assign(state, { style: 0, level: null, basedOn: null, inTable: false, listed: false })
    else if (word === 'intbl') state.inTable = true
    else if (word === 's') state.style = value ?? 0
    else if (word === 'sbasedon') state.basedOn = value
    else if (word === 'outlinelevel') state.level = (value ?? 9) < 6 ? (value ?? 0) + 1 : null
    else if (word === 'ls' || word === 'pn') state.listed = true
    else return false
    return true
  }

  private form(word: string, value: number | null): void {
    const { state } = this
    const on = value !== 0
    if (word === 'plain') Object.assign(state, PLAIN)
    else if (word === 'f') state.font = value ?? 0
    else if (word === 'af') state.complexFont = value ?? 0
    else if (word === 'rtlch') state.complex = true
    else if (word === 'ltrch') state.complex = false
    else if (word === 'uc') state.skips = Math.max(0, Math.min(value ?? 1, 20))
    else if (word === 'v') state.hidden = on
    else if (word === 'strike' || word === 'striked') state.struck = on
    else if (word === 'deleted') state.deleted = on
    else if (word === 'revised') state.revised = on
    else if (word === 'super') state.figure = on ? 'raised' : null
    else if (word === 'sub') state.figure = on ? 'lowered' : null
    else if (word === 'up') this.shifted('raised', value)
    else if (word === 'dn') this.shifted('lowered', value)
    else if (word === 'nosupersub') state.figure = null
  }

  /** Off the baseline by half points, of which six are usual. */
  private shifted(figure: 'raised' | 'lowered', by: number | null): void {
    const { state } = this
    if ((by ?? 6) >= LEAST_SHIFT) state.figure = figure
    else if (state.figure === figure) state.figure = null
  }

  private flush(): void {
    const words = this.letters.taken(this.state)
    if (words !== '') this.write(words)
  }

  private write(written: string): void {
    const words = written.replace(/[\x00-\x08\x0e-\x1f]/g, '').toWellFormed()
    switch (this.state.destination) {
      case 'text':
        return this.writeText(words)
      case 'note':
        if (!this.state.hidden && !this.state.deleted) this.notes.open?.words.push(words)
        return
      case 'code':
        if (this.code.length < 5_000) this.code += words
        return
      case 'value':
      case 'style':
        if (this.collected.length < 1_000) this.collected += words
    }
  }

  private writeText(words: string): void {
    const { hidden, struck, deleted, revised, figure } = this.state
    if (deleted !== this.changed.deleted && deleted) this.tally.add('deletions', 'accepted')
    if (revised !== this.changed.revised && revised && !deleted) this.tally.add('insertions', 'accepted')
    this.changed = { deleted, revised }
    if (deleted) return
    const ends: (() => void)[] = []
    if (hidden) ends.push(this.manuscript.leave('hidden'))
    if (struck) ends.push(this.manuscript.leave('struck'))
    if (figure) ends.push(this.manuscript.beginFigure(figure))
    this.manuscript.write(words)
    for (const end of ends.reverse()) end()
  }

  private endParagraph(): void {
    if (this.notes.open && this.state.destination === 'note') this.notes.open.words.push('\n')
    else this.endBlock(this.state.inTable ? 'table_cell' : this.state.listed ? 'list_item' : 'paragraph')
  }

  private endBlock(kind: 'paragraph' | 'table_cell' | 'list_item'): void {
    if (this.state.destination !== 'text') return
    const { isTitle, level: styled, running } = this.styles.of(this.state.style)
    const level = this.state.level ?? styled
    const words = this.manuscript.blocks.length
    if (kind === 'paragraph' && isTitle) this.manuscript.endBlock({ kind: 'heading', level: 1, title: true })
    else if (kind !== 'table_cell' && level !== null)
      this.manuscript.endBlock({ kind: 'heading', level: Math.min(level, 6) })
    else
      this.manuscript.endBlock({
        kind,
        ...(running && { running }),
        ...(kind === 'table_cell' &&
          this.place && { place: { cell: { ...this.place, ...(this.isHeading && { head: true }) } } }),
      })
    if (kind === 'table_cell' || this.manuscript.blocks.length > words) this.inTable = kind === 'table_cell'
  }

  /** The rows of a table follow each other without other words between them. */
  private beginRow(): void {
    if (this.state.destination !== 'text') return
    this.isHeading = false
    if (this.inTable) return
    this.tally.add('tables', 'kept')
    this.inTable = true
    this.place = { row: 0, column: 0 }
  }

  /** Empty cells take their place too. */
  private endCell(): void {
    this.endBlock('table_cell')
    if (this.place && this.state.destination === 'text') this.place.column++
  }

  private endRow(): void {
    if (this.place && this.state.destination === 'text') this.place = { row: this.place.row + 1, column: 0 }
  }

  private close(): void {
    this.flush()
    this.letters.endSkipping()
    const ending = this.state
    this.state = this.around.pop() ?? { ...FIRST }
    if (this.links.at(-1)?.depth === this.around.length) this.links.pop()?.end()
    if (ending.destination === 'style') {
      this.styles.add(ending, this.collected)
      this.collected = ''
    }
    if (!ending.begins) return
    if (ending.destination === 'value') this.keepValue()
    else if (ending.destination === 'code') this.openLink()
    else if (ending.destination === 'note') this.notes.end()
  }

  private keepValue(): void {
    const said = this.collected.trim()
    if (this.value === 'number') this.number(said)
    else if (!this.notes.fact(this.value, said)) this.values.set(this.value, said)
    this.collected = ''
  }

  /** The number of a list item, as the file shows it; a bullet is none. */
  private number(label: string): void {
    if (this.state.destination === 'text' && /[\p{L}\p{N}]/u.test(label)) this.manuscript.listNumber(label)
  }

  /** A link is a field whose result follows its code in the same group. */
  private openLink(): void {
    const url = /^\s*HYPERLINK\s+"([^"]{1,2000})"/i.exec(this.code)?.[1]
    this.code = ''
    if (url === undefined) return
    if (this.state.destination === 'note') this.notes.open?.links.push(url)
    if (this.state.destination !== 'text') return
    this.links.push({ depth: this.around.length - 1, end: this.manuscript.link(url) })
  }
}
