import { languageTag } from '@/text/direction'
import { sourceUrl } from '@/text/sources'
import type { Attributes, HtmlVisitor } from './html-walk'

const AUTHORS = ['author', 'article:author', 'parsely-author', 'dc.creator', 'byl']
/** In UTF-16 units; a longer text means an element that was never closed. */
const LONGEST_AUTHOR = 300
const LANGUAGES = ['content-language', 'og:locale', 'dc.language']

/** Collects what a document says about itself. */
export class HeadReader implements HtmlVisitor {
  title = ''
  private declaredLanguage: string | undefined
  private metas = new Map<string, string>()
  private canonical: string | undefined
  private base: string | undefined
  private author = ''
  private authorDepth = 0
  private titleDepth = 0

  open(name: string, attributes: Attributes, depth: number): void {
    if (name === 'html' || name === 'body') this.declaredLanguage ??= attributes.lang
    else if (name === 'meta') this.keep(attributes)
    else if (name === 'base') this.base ??= attributes.href
    else if (name === 'link' && hasWord(attributes.rel, 'canonical')) this.canonical ??= attributes.href
    else if (name === 'title' && this.title === '') this.titleDepth = depth
    else if (this.author === '' && this.authorDepth === 0 && name !== 'link') {
      if (hasWord(attributes.rel, 'author') || hasWord(attributes.itemprop, 'author'))
        this.authorDepth = depth
    }
  }

  close(_name: string, depth: number): void {
    if (this.titleDepth === depth) this.titleDepth = 0
    if (this.authorDepth === depth) this.authorDepth = 0
  }

  text(text: string): void {
    if (this.titleDepth > 0) this.title += text
    if (this.authorDepth > 0) this.author += text
  }

  meta(name: string): string {
    return this.metas.get(name) ?? ''
  }

  get byline(): string {
    const named = AUTHORS.map((name) => this.meta(name)).find(
      (author) => author.trim() !== '' && !/^https?:/i.test(author),
    )
    return named ?? (this.author.length > LONGEST_AUTHOR ? '' : this.author)
  }

  get language(): string | null {
    const given = [this.declaredLanguage, ...LANGUAGES.map((name) => this.meta(name))]
    for (const written of given) {
      const tag = languageTag((written ?? '').replace('_', '-'))
      if (tag) return tag
    }
    return null
  }

  /** The address that relative links start from. */
  baseUrl(address?: string): string | undefined {
    return absolute(this.base, address) ?? address
  }

  /** The canonical address that a document declares. A relative one needs the address of the document. */
  canonicalUrl(address?: string): string | null {
    const base = this.baseUrl(address)
    for (const written of [this.canonical, this.meta('og:url')]) {
      const found = sourceUrl(absolute(written, base) ?? '')
      if (found.ok) return found.url
    }
    return null
  }

  private keep(attributes: Attributes): void {
    const name = attributes.property ?? attributes.name ?? attributes.itemprop ?? attributes['http-equiv']
    const key = name?.trim().toLowerCase()
    if (key && attributes.content && !this.metas.has(key)) this.metas.set(key, attributes.content)
  }
}

function hasWord(list: string | undefined, word: string): boolean {
  return list !== undefined && list.toLowerCase().split(/\s+/).includes(word)
}

function absolute(address: string | undefined, base: string | undefined): string | undefined {
  if (!address?.trim() || !URL.canParse(address, base)) return undefined
  return new URL(address, base).href
}
