import { listNumber, type Numbering as Kind } from '../form/list-number'
import { type XmlNode, child, elements } from '../office/xml'
import { isOn } from './styles'

type Level = {
  start: number
  /** The name of the format in the standard. */
  format: string
  /** "%1.%2." has the numbers of two levels. */
  text: string
  /** The level above after which it starts again; null for the one directly above, 0 for never. */
  restart: number | null
  /** All numbers in it are decimal. */
  legal: boolean
  style: string | undefined
}
type List = { levels: Map<number, Level>; abstract: string; starts: Map<number, number> }

const FORMATS: Readonly<Record<string, Kind>> = {
  decimal: 'decimal',
  decimalZero: 'decimal-leading-zero',
  lowerLetter: 'lower-alpha',
  upperLetter: 'upper-alpha',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
  ordinal: 'ordinal',
  arabicAlpha: 'arabic-alpha',
  arabicAbjad: 'arabic-abjad',
  russianLower: 'lower-russian',
  russianUpper: 'upper-russian',
  hebrew1: 'hebrew',
  hindiNumbers: 'devanagari',
  thaiNumbers: 'thai',
}
const LEVELS = 9

/** The lists of numbering.xml, and how far each has counted. */
export class Numbering {
  private readonly abstracts = new Map<string, XmlNode>()
  private readonly byStyle = new Map<string, string>()
  private readonly numbers = new Map<string, XmlNode>()
  private readonly lists = new Map<string, List | null>()
  /** The numbers of each abstract list, by level; its lists go on counting together. */
  private readonly counted = new Map<string, (number | undefined)[]>()
  private readonly begun = new Set<string>()

  constructor(root: XmlNode | null) {
    for (const node of root ? elements(root) : []) {
      if (node.name === 'w:abstractNum') {
        const id = node.attributes['w:abstractNumId'] ?? ''
        this.abstracts.set(id, node)
        const style = child(node, 'w:styleLink')?.attributes['w:val']
        if (style !== undefined) this.byStyle.set(style, id)
      } else if (node.name === 'w:num') this.numbers.set(node.attributes['w:numId'] ?? '', node)
    }
  }

  /** Counts a paragraph and returns its number as shown; empty for a bullet or an unknown list. */
  next({ list: id, level: given, style }: { list: string; level: number | null; style: string }): string {
    const list = this.listOf(id)
    if (!list) return ''
    const linked = [...list.levels].find(([, level]) => level.style === style)?.[0]
    const at = Math.min(Math.max(given ?? linked ?? 0, 0), LEVELS - 1)
    const level = list.levels.get(at)
    if (!level) return ''
    const counted = this.counted.get(list.abstract) ?? []
    this.counted.set(list.abstract, counted)
    this.restart(id, list, counted, at)
    counted[at] = counted[at] === undefined ? startOf(list, at) : counted[at] + 1
    for (let below = at + 1; below < LEVELS; below++) {
      const { restart = null } = list.levels.get(below) ?? {}
      if (restart === null || at < restart) counted[below] = undefined
    }
    return shown(list, level, counted)
  }

  /** A list that gives its own start begins there the first time. */
  private restart(id: string, list: List, counted: (number | undefined)[], at: number): void {
    const first = `${id} ${at}`
    if (this.begun.has(first)) return
    this.begun.add(first)
    if (list.starts.has(at)) counted[at] = undefined
  }

  private listOf(id: string): List | null {
    const known = this.lists.get(id)
    if (known !== undefined) return known
    const number = this.numbers.get(id)
    const abstract = this.abstractOf(child(number, 'w:abstractNumId')?.attributes['w:val'] ?? '')
    const node = this.abstracts.get(abstract)
    const list: List | null = number && node ? { levels: new Map(), abstract, starts: new Map() } : null
    this.lists.set(id, list)
    if (!list || !number || !node) return null
    for (const one of elements(node)) if (one.name === 'w:lvl') list.levels.set(indexOf(one), levelOf(one))
    for (const one of elements(number)) {
      if (one.name !== 'w:lvlOverride') continue
      const level = child(one, 'w:lvl')
      if (level) list.levels.set(indexOf(one), levelOf(level))
      const start = child(one, 'w:startOverride')?.attributes['w:val']
      if (start !== undefined) list.starts.set(indexOf(one), Number(start) || 0)
    }
    return list
  }

  /** A list that is defined by a style refers to the list with the levels. */
  private abstractOf(id: string): string {
    const style = child(this.abstracts.get(id), 'w:numStyleLink')?.attributes['w:val']
    return (style !== undefined && this.byStyle.get(style)) || id
  }
}

const indexOf = ({ attributes }: XmlNode) => Number(attributes['w:ilvl'] ?? 0) || 0
const startOf = (list: List, at: number) => list.starts.get(at) ?? list.levels.get(at)?.start ?? 1

function levelOf(node: XmlNode): Level {
  const value = (name: string) => child(node, name)?.attributes['w:val']
  const restart = value('w:lvlRestart')
  const legal = child(node, 'w:isLgl')
  return {
    start: Number(value('w:start') ?? 0) || 0,
    format: value('w:numFmt') ?? 'decimal',
    text: value('w:lvlText') ?? '',
    restart: restart === undefined ? null : Number(restart) || 0,
    legal: legal !== undefined && isOn(legal.attributes['w:val']),
    style: value('w:pStyle'),
  }
}

function shown(list: List, level: Level, counted: readonly (number | undefined)[]): string {
  if (level.format === 'bullet') return ''
  return level.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const format = list.levels.get(at)?.format ?? 'decimal'
      if (format === 'none' || format === 'bullet') return ''
      const kind = level.legal ? 'decimal' : (FORMATS[format] ?? 'decimal')
      return listNumber(counted[at] ?? startOf(list, at), kind, 'bb')
    })
    .trim()
}
