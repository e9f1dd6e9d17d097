import { listNumber, type Numbering as Kind } from '../form/list-number'
import { type XmlNode, child, descendants, elements } from '../office/xml'

type Level = {
  format: string
  before: string
  after: string
  levels: number
  start: number
  repeated: boolean
}
type Open = { style: string | undefined; counted: (number | undefined)[]; level: number; fresh: boolean }

const FORMATS: Readonly<Record<string, Kind>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
}
const HEADINGS = 'headings'
const LEVELS = 10

/** The list styles of the document, and how far each list has counted. */
export class Numbering {
  private readonly styles = new Map<string, Map<number, Level>>()
  private readonly open: Open[] = []
  /** The numbers of finished lists, by their id and by their style, for lists that go on with them. */
  private readonly byId = new Map<string, (number | undefined)[]>()
  private readonly byStyle = new Map<string, (number | undefined)[]>()
  private readonly headings: (number | undefined)[] = []

  constructor(stylesPart: XmlNode | null) {
    const common = child(stylesPart ?? undefined, 'office:styles')
    if (!common) return
    for (const node of descendants(common, 'text:list-style')) this.add(node)
    for (const node of descendants(common, 'text:outline-style')) this.styles.set(HEADINGS, levelsOf(node))
  }

  add(node: XmlNode): void {
    const name = node.attributes['style:name']
    if (name !== undefined) this.styles.set(name, levelsOf(node))
  }

  /** Reads a list. */
  list({ attributes }: XmlNode, read: () => void): void {
    const around = this.open.at(-1)
    const style = attributes['text:style-name'] ?? around?.style
    const goesOn = attributes['text:continue-list']
    const counted =
      around?.counted ??
      (goesOn !== undefined ? this.byId.get(goesOn) : undefined) ??
      (attributes['text:continue-numbering'] === 'true' ? this.byStyle.get(style ?? '') : undefined) ??
      []
    const level = (around?.level ?? 0) + 1
    if (around && attributes['text:continue-numbering'] !== 'true') counted[level] = undefined
    this.open.push({ style, counted, level, fresh: false })
    read()
    this.open.pop()
    if (around) return
    this.byStyle.set(style ?? '', counted)
    const id = attributes['xml:id']
    if (id !== undefined) this.byId.set(id, counted)
  }

  /** Reads an item; its first paragraph takes the number. */
  item({ attributes }: XmlNode, read: () => void): void {
    const list = this.open.at(-1)
    if (!list) return read()
    const start = attributes['text:start-value']
    if (start !== undefined) list.counted[list.level] = (Number(start) || 0) - 1
    list.fresh = true
    read()
    list.fresh = false
  }

  /** The number of a paragraph as shown; empty for a bullet, for a further paragraph of an item, and outside lists. */
  next(node: XmlNode, ofParagraph: string | undefined): string {
    const { attributes, name } = node
    const list = this.open.at(-1)
    if (list) {
      if (!list.fresh) return ''
      list.fresh = false
      return this.count(list.style ?? ofParagraph ?? '', list.counted, list.level)
    }
    if (name !== 'text:h' || attributes['text:is-list-header'] === 'true') return ''
    const level = Number(attributes['text:outline-level'] ?? 1) || 1
    if (attributes['text:restart-numbering'] === 'true') this.headings[level] = undefined
    return this.count(HEADINGS, this.headings, level)
  }

  private count(style: string, counted: (number | undefined)[], at: number): string {
    const levels = this.styles.get(style)
    const level = levels?.get(at)
    counted[at] = counted[at] === undefined ? (level?.start ?? 1) : counted[at] + 1
    for (let below = at + 1; below <= LEVELS; below++) counted[below] = undefined
    if (!levels || !level || level.format === '') return ''
    const numbers: string[] = []
    for (let one = Math.max(at - level.levels + 1, 1); one <= at; one++) {
      const format = levels.get(one)?.format ?? ''
      const number = counted[one] ?? levels.get(one)?.start ?? 1
      if (format !== '') numbers.push(listNumber(number, kindOf(format), level.repeated ? 'bb' : 'ab'))
    }
    return `${level.before}${numbers.join('.')}${level.after}`.trim()
  }
}

function levelsOf(node: XmlNode): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const { name, attributes } of elements(node)) {
    if (!/^text:(?:list-level-style-number|outline-level-style)$/.test(name)) continue
    levels.set(Number(attributes['text:level'] ?? 1) || 1, {
      format: attributes['style:num-format'] ?? '',
      before: attributes['style:num-prefix'] ?? '',
      after: attributes['style:num-suffix'] ?? '',
      levels: Number(attributes['text:display-levels'] ?? 1) || 1,
      start: Number(attributes['text:start-value'] ?? 1),
      repeated: attributes['style:num-letter-sync'] === 'true',
    })
  }
  return levels
}

/** The formats beyond the Latin ones are written as the beginning of their row: "أ, ب, ت, ...". */
function kindOf(format: string): Kind {
  const known = FORMATS[format]
  if (known) return known
  const [first = '', , third = ''] = format.split(/[\s,،]+/)
  if (first === '١') return 'arabic-indic'
  if (first === '۱') return 'persian'
  if (/^[اأﺃ]/.test(first)) return /^[جﺝ]/.test(third) ? 'arabic-abjad' : 'arabic-alpha'
  if (/^[аА]/.test(first)) return first === 'А' ? 'upper-russian' : 'lower-russian'
  if (/^[αΑ]/.test(first)) return first === 'Α' ? 'upper-greek' : 'lower-greek'
  return first === 'א' ? 'hebrew' : first === '०' ? 'devanagari' : 'decimal'
}
