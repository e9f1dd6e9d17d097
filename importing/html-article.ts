import { Readability } from '@mozilla/readability'
import JSDOMParser from '@mozilla/readability/JSDOMParser.js'
import { figureOf } from './html-forms'
import { isPullQuote } from './html-kinds'
import { numberingOf } from './html-lists'
import type { Attributes, HtmlVisitor } from './html-walk'
import { ImportProblem } from './incoming'

export type FoundArticle = { title: string; byline: string; content: string }

/**
 * Bounds for Readability, whose time and stack grow with its input. News pages have fewer elements and less depth.
 */
const MAX_ELEMENTS = 20_000
const MAX_DEPTH = 100
const IN_HEAD = new Set(['title', 'meta', 'link', 'base'])
const AROUND = new Set(['html', 'head', 'body'])
const VOID = new Set(['area', 'br', 'col', 'hr', 'input', 'param', 'source', 'track', 'wbr'])
/** Class words that say nothing about where the article is. */
const MARKS = new Set('abbr b big cite code em font i ins kbd mark small span strong tt u var wbr'.split(' '))
const ATTRIBUTES = [
  'id',
  'class',
  'rel',
  'itemprop',
  'property',
  'name',
  'content',
  'href',
  'role',
  'dir',
  'lang',
  'start',
  'value',
  'type',
  'reversed',
]
/** Elements that may get another name, because they are nothing but marks. */
const RENAMED = new Set(['span', 'font', 'small', 'b', 'i', 'em'])

/** Writes the document as well-formed, shallow markup with a head and a body, and finds the article in it. */
export class ArticleFinder implements HtmlVisitor {
  private head: string[] = []
  private body: string[] = []
  private opened: { name: string; depth: number; into: string[] }[] = []
  private elements = 0
  private words = ''

  open(name: string, attributes: Attributes, depth: number): void {
    const into = IN_HEAD.has(name) ? this.head : this.body
    const given = ATTRIBUTES.filter((attribute) => attributes[attribute] !== undefined)
    if (depth > MAX_DEPTH) this.words += ' '
    const tag = tagOf(name, attributes)
    if (AROUND.has(name) || depth > MAX_DEPTH || (MARKS.has(tag) && given.length === 0)) return
    if (++this.elements > MAX_ELEMENTS) throw new ImportProblem('too_large', { elements: MAX_ELEMENTS })
    this.endWords()
    const numbering = name === 'ol' || name === 'ul' || name === 'li' ? numberingOf(attributes) : null
    const all: Attributes = {
      ...attributes,
      ...(numbering && { type: numbering === 'bullet' ? 'disc' : numbering }),
    }
    const names = numbering ? [...new Set([...given, 'type'])] : given
    const written = names.map((attribute) => ` ${attribute}="${escaped(all[attribute] ?? '')}"`).join('')
    const empty = VOID.has(tag) || (IN_HEAD.has(tag) && tag !== 'title')
    into.push(`<${tag}${written}${empty ? '/' : ''}>`)
    if (!empty) this.opened.push({ name: tag, depth, into })
  }

  close(_name: string, depth: number): void {
    if (depth > MAX_DEPTH) this.words += ' '
    const last = this.opened.at(-1)
    if (last?.depth !== depth) return
    this.endWords()
    last.into.push(`</${last.name}>`)
    this.opened.pop()
  }

  text(text: string): void {
    this.words += text
  }

  private endWords(): void {
    if (this.words === '') return
    const into = this.opened.at(-1)?.into ?? this.body
    into.push(escaped(this.words))
    this.words = ''
  }

  data(json: string): void {
    this.head.push(`<script type="application/ld+json">${escaped(json)}</script>`)
  }

  /** Null when nothing on the page looks like an article. */
  find(address?: string): FoundArticle | null {
    this.endWords()
    const page = `<html><head>${this.head.join('')}</head><body>${this.body.join('')}</body></html>`
    const document = new JSDOMParser().parse(page, address)
    const found = new Readability(document, { charThreshold: 200, keepClasses: true }).parse()
    if (!found?.content) return null
    return { title: found.title ?? '', byline: found.byline ?? '', content: found.content }
  }
}

/**
 * The name under which an element enters the markup. An aside is left out of an article, so one that quotes the article
 * becomes a quotation. Words that a style raises or lowers get the element that does so.
 */
function tagOf(name: string, attributes: Attributes): string {
  if (name === 'aside' && isPullQuote(attributes)) return 'blockquote'
  const figure = RENAMED.has(name) ? figureOf(name, attributes) : null
  if (figure) return figure === 'raised' ? 'sup' : 'sub'
  return /^[a-z][a-z0-9]*$/.test(name) ? name : 'span'
}

/** An ampersand that starts no reference may stay as it is; a million references take long to parse. */
function escaped(text: string): string {
  return text
    .replace(/&(?=[a-z#])/gi, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
