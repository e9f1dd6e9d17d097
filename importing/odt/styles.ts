import type { Direction } from '../form/direction'
import type { FigureForm } from '../form/forms'
import { ARTICLE_TEXT } from '../office/finish'
import type { Style } from '../office/manuscript'
import { type XmlNode, child, descendants } from '../office/xml'

type Defined = {
  name: string
  parent: string | undefined
  outline: string | undefined
  text: XmlNode | undefined
  paragraph: XmlNode | undefined
  list: string | undefined
}

const STRUCK = ['style:text-line-through-style', 'style:text-line-through-type']

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
      paragraph: child(node, 'style:paragraph-properties'),
      list: attributes['style:list-style-name'],
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
    if (named(QUOTE)) return { kind: 'quote' }
    return { kind: 'paragraph', ...(named(ARTICLE_TEXT) && { running: true }) }
  }

  /** Null when the style does not say. */
  isHidden(family: 'paragraph' | 'text', style: string | undefined): boolean | null {
    const display = this.textProperty(family, style, 'text:display')
    return display === undefined ? null : display === 'none'
  }

  /** Null when the style does not say. */
  isStruck(family: 'paragraph' | 'text', style: string | undefined): boolean | null {
    const text = this.nearest(family, style, STRUCK)
    return text ? STRUCK.some((name) => !['none', undefined].includes(text.attributes[name])) : null
  }

  /**
   * Whether words stand above or below the line: `super 58%`, `sub 58%`, or a share of the height such as `33% 58%`.
   * Null for words on the line, undefined when the style does not say.
   */
  figure(family: 'paragraph' | 'text', style: string | undefined): FigureForm | null | undefined {
    const position = this.textProperty(family, style, 'style:text-position')?.trim().split(/\s+/)[0]
    if (position === undefined) return undefined
    if (position === 'super') return 'raised'
    if (position === 'sub') return 'lowered'
    const share = Number.parseFloat(position)
    return share > 0 ? 'raised' : share < 0 ? 'lowered' : null
  }

  /** The writing direction of a paragraph; null when its style does not say. */
  direction(style: string | undefined): Direction | null {
    const mode = this.chain('paragraph', style).map((one) => one.paragraph?.attributes['style:writing-mode'])
    const [nearest] = mode.filter((one) => one !== undefined)
    return nearest?.startsWith('rl') ? 'rtl' : nearest?.startsWith('lr') ? 'ltr' : null
  }

  /** The list style that a paragraph style brings with it. */
  listStyle(style: string | undefined): string | undefined {
    return this.chain('paragraph', style).find(({ list }) => list !== undefined)?.list
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

  /** The nearest text properties that have one of the attributes. */
  private nearest(family: string, style: string | undefined, names: readonly string[]): XmlNode | undefined {
    return this.chain(family, style).find(({ text }) =>
      names.some((name) => text?.attributes[name] !== undefined),
    )?.text
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
        paragraph: undefined,
        list: undefined,
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
