import { ARTICLE_TEXT } from '../office/finish'
import type { Style } from '../office/manuscript'
import { type XmlNode, child, elements } from '../office/xml'

type Defined = {
  names: string[]
  basedOn?: string
  properties: XmlNode | undefined
  runProperties: XmlNode | undefined
}

const HEADING = /^(?:heading|titre|überschrift|título|заголовок|عنوان|سرفصل)\s*([1-9١-٩۱-۹])$/iu
const TITLE = /^(?:title|titre|titel|título|العنوان|عنوان)$/iu
const SUBTITLE = /^(?:sub ?title|standfirst|sous-titre|untertitel|subtítulo|عنوان فرعي|العنوان الفرعي)$/iu
const CAPTION = /^(?:caption|légende|beschriftung|leyenda|epígrafe|تسمية توضيحية|التسمية التوضيحية)$/iu
const PULL_QUOTE = /^pull ?quote$/i
const QUOTE = /^(?:intense ?quote|quote|quotations?|block ?text|citation|zitat|اقتباس|اقتباس مكثف|نقل قول)$/iu
const LIST = /^list ?(?:bullet|number)/i
/** `w:outlineLvl` 0 to 8 are levels of headings, 9 is running text. */
const RUNNING_TEXT = 9

/** Paragraph and run properties from styles.xml, with those that a style inherits. */
export class Styles {
  private readonly defined = new Map<string, Defined>()
  private normal = ''
  /** Languages from the document defaults. */
  readonly defaults: XmlNode | undefined

  constructor(root: XmlNode | null) {
    this.defaults = child(child(child(root ?? undefined, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
    for (const node of root ? elements(root) : []) {
      const id = node.attributes['w:styleId']
      if (node.name !== 'w:style' || id === undefined) continue
      const basedOn = child(node, 'w:basedOn')?.attributes['w:val']
      this.defined.set(id, {
        names: [child(node, 'w:name')?.attributes['w:val'] ?? id, id],
        ...(basedOn !== undefined && { basedOn }),
        properties: child(node, 'w:pPr'),
        runProperties: child(node, 'w:rPr'),
      })
      if (node.attributes['w:type'] === 'paragraph' && isOn(node.attributes['w:default'], false))
        this.normal = id
    }
  }

  /** The kind of block of a paragraph, by its own properties, then by its style. */
  blockStyle(properties: XmlNode | undefined): Style {
    const chain = this.chain(child(properties, 'w:pStyle')?.attributes['w:val'] ?? this.normal)
    const all = [properties, ...chain.map((style) => style.properties)]
    const named = (pattern: RegExp) => chain.some(({ names }) => names.some((name) => pattern.test(name)))
    if (named(TITLE) && !named(SUBTITLE)) return { kind: 'heading', level: 1, title: true }
    const level = headingLevel(all, chain)
    if (level !== null) return { kind: 'heading', level }
    const numbering = nearest(all, 'w:numPr')
    const listed = child(numbering, 'w:numId')?.attributes['w:val']
    if (listed !== undefined ? listed !== '0' : numbering !== undefined || named(LIST))
      return { kind: 'list_item' }
    if (named(SUBTITLE)) return { kind: 'standfirst' }
    if (named(CAPTION)) return { kind: 'caption' }
    if (named(PULL_QUOTE)) return { kind: 'pull_quote' }
    if (named(QUOTE)) return { kind: 'quote' }
    return { kind: 'paragraph', ...(named(ARTICLE_TEXT) && { running: true }) }
  }

  /** A property of a run: its own, else its style's, else the paragraph style's. Defaults do not count. */
  runProperty(run: XmlNode | undefined, paragraph: XmlNode | undefined, name: string): XmlNode | undefined {
    const own = child(run, 'w:rStyle')?.attributes['w:val']
    const around = child(paragraph, 'w:pStyle')?.attributes['w:val'] ?? this.normal
    const chains = [...(own === undefined ? [] : this.chain(own)), ...this.chain(around)]
    return nearest([run, ...chains.map((style) => style.runProperties)], name)
  }

  /**
   * A property of a run that a character style and a paragraph style toggle: where both have it, it is off. The run's
   * own value counts alone.
   */
  runToggle(run: XmlNode | undefined, paragraph: XmlNode | undefined, name: string): boolean {
    const itself = child(run, name)
    if (itself) return isOn(itself.attributes['w:val'])
    const styles = [
      child(run, 'w:rStyle')?.attributes['w:val'],
      child(paragraph, 'w:pStyle')?.attributes['w:val'] ?? this.normal,
    ]
    const on = styles.filter((style) => {
      const chain = style === undefined ? [] : this.chain(style)
      const found = nearest(
        chain.map(({ runProperties }) => runProperties),
        name,
      )
      return found !== undefined && isOn(found.attributes['w:val'])
    })
    return on.length === 1
  }

  /** A property of a paragraph: its own, else its style's. */
  paragraphProperty(properties: XmlNode | undefined, name: string): XmlNode | undefined {
    const style = child(properties, 'w:pStyle')?.attributes['w:val'] ?? this.normal
    return nearest([properties, ...this.chain(style).map((one) => one.properties)], name)
  }

  /** The numbering of a paragraph: its own, else its style's; null without one. */
  numbering(properties: XmlNode | undefined): { list: string; level: number | null; style: string } | null {
    const style = child(properties, 'w:pStyle')?.attributes['w:val'] ?? this.normal
    const all = [properties, ...this.chain(style).map((one) => one.properties)].map((one) =>
      child(one, 'w:numPr'),
    )
    const list = nearest(all, 'w:numId')?.attributes['w:val']
    if (list === undefined || list === '0') return null
    const level = nearest(all, 'w:ilvl')?.attributes['w:val']
    return { list, level: level === undefined ? null : Number(level) || 0, style }
  }

  private chain(id: string): Defined[] {
    const found: Defined[] = []
    let style = this.defined.get(id) ?? undefinedStyle(id)
    while (style && !found.includes(style)) {
      found.push(style)
      style = style.basedOn === undefined ? undefined : this.defined.get(style.basedOn)
    }
    return found
  }
}

/** A file without styles.xml still names its styles. */
function undefinedStyle(id: string): Defined | undefined {
  return id === '' ? undefined : { names: [id], properties: undefined, runProperties: undefined }
}

function nearest(all: (XmlNode | undefined)[], name: string): XmlNode | undefined {
  for (const properties of all) {
    const found = child(properties, name)
    if (found) return found
  }
  return undefined
}

function headingLevel(all: (XmlNode | undefined)[], chain: Defined[]): number | null {
  const outline = nearest(all, 'w:outlineLvl')?.attributes['w:val']
  if (outline !== undefined) {
    const level = Number(outline)
    return level >= 0 && level < RUNNING_TEXT ? Math.min(level + 1, 6) : null
  }
  for (const { names } of chain) {
    for (const name of names) {
      const digit = HEADING.exec(name)?.[1]
      if (digit !== undefined) return Math.min(latinDigit(digit), 6)
    }
  }
  return null
}

function latinDigit(digit: string): number {
  const code = digit.charCodeAt(0)
  return code >= 0x06f0 ? code - 0x06f0 : code >= 0x0660 ? code - 0x0660 : code - 0x30
}

/** An on/off property: the element without a value means on. */
export function isOn(value: string | undefined, without = true): boolean {
  return value === undefined ? without : !['0', 'false', 'off', 'none'].includes(value.toLowerCase())
}
