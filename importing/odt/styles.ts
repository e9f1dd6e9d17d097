import type { Style } from '../office/manuscript'
import { type XmlNode, child, descendants } from '../office/xml'

type Defined = {
  name: string
  parent: string | undefined
  outline: string | undefined
  text: XmlNode | undefined
}

const HEADING = /^heading ([1-9])$/i
const TITLE = /^title$/i
const SUBTITLE = /^(?:subtitle|standfirst)$/i
const CAPTION = /^caption$/i
const PULL_QUOTE = /^pull ?quote$/i
const QUOTE = /^(?:quotations?|quote|intense quote|block text)$/i
const LIST = /^(?:list|numbering) (?:bullet )?\d/i

/** The styles of content.xml and styles.xml, by family and name. */
export class Styles {
  private readonly defined = new Map<string, Defined>()
  private defaults: XmlNode | undefined

  constructor(stylesPart: XmlNode | null) {
    const common = child(stylesPart ?? undefined, 'office:styles')
    if (!common) return
    for (const node of descendants(common, 'style:style')) this.add(node)
    const paragraph = descendants(common, 'style:default-style').find(
      ({ attributes }) => attributes['style:family'] === 'paragraph',
    )
    this.defaults = child(paragraph, 'style:text-properties')
  }

  /** Adds one of the document's own styles. */
  add(node: XmlNode): void {
    const { attributes } = node
    const family = attributes['style:family'] ?? ''
    const name = attributes['style:name']
    if (node.name !== 'style:style' || name === undefined) return
    this.defined.set(`${family} ${name}`, {
      name: attributes['style:display-name'] ?? readable(name),
      parent: attributes['style:parent-style-name'],
      outline: attributes['style:default-outline-level'],
      text: child(node, 'style:text-properties'),
    })
  }

  /** The kind of block of a paragraph with this style, outside lists and tables. */
  blockStyle(style: string | undefined): Style {
    const chain = this.chain('paragraph', style)
    const named = (pattern: RegExp) => chain.some(({ name }) => pattern.test(name))
    if (named(TITLE)) return { kind: 'heading', level: 1, title: true }
    for (const { name, outline } of chain) {
      const level = Number(outline || (HEADING.exec(name)?.[1] ?? 0))
      if (level >= 1) return { kind: 'heading', level: Math.min(level, 6) }
    }
    if (named(LIST)) return { kind: 'list_item' }
    if (named(SUBTITLE)) return { kind: 'standfirst' }
    if (named(CAPTION)) return { kind: 'caption' }
    if (named(PULL_QUOTE)) return { kind: 'pull_quote' }
    return { kind: named(QUOTE) ? 'quote' : 'paragraph' }
  }

  isHidden(family: 'paragraph' | 'text', style: string | undefined): boolean {
    return this.textProperty(family, style, 'text:display') === 'none'
  }

  /** BCP 47 as written; null when the style has none. */
  language(family: 'paragraph' | 'text', style: string | undefined, complex: boolean): string | null {
    const [language, country] = LANGUAGE_NAMES[complex ? 'complex' : 'western']
    return tagOf(this.textProperty(family, style, language), this.textProperty(family, style, country))
  }

  /** The default language of the document, without its region. */
  defaultLanguage(complex: boolean): string | null {
    const [language] = LANGUAGE_NAMES[complex ? 'complex' : 'western']
    return tagOf(this.defaults?.attributes[language], undefined)
  }

  private textProperty(family: string, style: string | undefined, name: string): string | undefined {
    for (const { text } of this.chain(family, style)) {
      const value = text?.attributes[name]
      if (value !== undefined) return value
    }
    return undefined
  }

  private chain(family: string, style: string | undefined): Defined[] {
    const found: Defined[] = []
    let name = style
    while (name !== undefined) {
      const one: Defined = this.defined.get(`${family} ${name}`) ?? {
        name: readable(name),
        parent: undefined,
        outline: undefined,
        text: undefined,
      }
      if (found.includes(one)) break
      found.push(one)
      name = one.parent
    }
    return found
  }
}

const LANGUAGE_NAMES = {
  western: ['fo:language', 'fo:country'],
  complex: ['style:language-complex', 'style:country-complex'],
} as const

function tagOf(language: string | undefined, country: string | undefined): string | null {
  if (language === undefined || ['', 'none', 'zxx'].includes(language)) return null
  return country === undefined || ['', 'none'].includes(country) ? language : `${language}-${country}`
}

/** Decodes a style name, in which `_20_` stands for a space and other codes for other characters. */
function readable(name: string): string {
  return name.replace(/_([0-9a-f]{1,4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
