import { listNumber, type Numbering } from './form/list-number'
import { styleOf } from './html-style'
import type { Attributes, HtmlVisitor } from './html-walk'

type List = { depth: number; next: number; step: number; numbering: Numbering | null }

const TYPES: Readonly<Record<string, Numbering>> = {
  1: 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
}
const SAME_AS: Readonly<Record<string, Numbering>> = {
  'lower-latin': 'lower-alpha',
  'upper-latin': 'upper-alpha',
}
const KNOWN = new Set<string>(
  (
    'decimal decimal-leading-zero lower-alpha upper-alpha lower-roman upper-roman lower-greek upper-greek ' +
    'lower-russian upper-russian arabic-alpha arabic-abjad arabic-indic persian devanagari bengali gurmukhi gujarati ' +
    'tamil telugu kannada thai lao tibetan myanmar khmer mongolian hebrew'
  ).split(' '),
)
const BULLETS = /^(?:disc|circle|square|none|disclosure-open|disclosure-closed|["'].*|initial|unset)$/
const IS_LIST = new Set(['ol', 'ul', 'menu', 'dir'])

/** Counts the items of the numbered lists of a document. */
export class HtmlLists {
  private readonly open: List[] = []
  private numbered = 0

  /** @param sizes how many items each `ol` has, in document order; only lists that count down need it */
  constructor(private readonly sizes: readonly number[] = []) {}

  /** Takes an opened element; the number of an item as shown, or null for anything else. */
  begin(name: string, attributes: Attributes, depth: number): string | null {
    if (IS_LIST.has(name)) this.open.push(this.listOf(name, attributes, depth))
    const list = this.open.at(-1)
    if (name !== 'li' || !list) return null
    const value = integer(attributes.value)
    if (value !== null) list.next = value
    const number = list.next
    list.next += list.step
    const numbering = numberingOf(attributes) ?? list.numbering
    if (list.step === 0 || numbering === null || numbering === 'bullet') return ''
    return `${listNumber(number, numbering)}.`
  }

  end(depth: number): void {
    if (this.open.at(-1)?.depth === depth) this.open.pop()
  }

  private listOf(name: string, attributes: Attributes, depth: number): List {
    const found = numberingOf(attributes)
    if (name !== 'ol')
      return { depth, next: 1, step: found && found !== 'bullet' ? 1 : 0, numbering: bulletless(found) }
    const size = this.sizes[this.numbered++] ?? 0
    const down = attributes.reversed !== undefined
    const next = integer(attributes.start) ?? (down ? size : 1)
    return { depth, next, step: down ? -1 : 1, numbering: found === 'bullet' ? null : (found ?? 'decimal') }
  }
}

const bulletless = (found: Numbering | 'bullet' | null) => (found === 'bullet' ? null : found)

/** How a list or an item says that it is numbered; null when it does not say. */
export function numberingOf({ type, style }: Attributes): Numbering | 'bullet' | null {
  const counter = styleOf(style, 'counter')
  const shorthand = styleOf(style, 'list-style')?.split(/\s+/)
  const named =
    counter ??
    styleOf(style, 'list-style-type') ??
    shorthand?.find((one) => KNOWN.has(one) || SAME_AS[one] !== undefined || BULLETS.test(one))
  if (named !== undefined) {
    if (BULLETS.test(named)) return 'bullet'
    return SAME_AS[named] ?? (KNOWN.has(named) ? (named as Numbering) : 'decimal')
  }
  if (type === undefined) return null
  if (BULLETS.test(type.toLowerCase())) return 'bullet'
  return TYPES[type] ?? SAME_AS[type] ?? (KNOWN.has(type) ? (type as Numbering) : null)
}

function integer(written: string | undefined): number | null {
  const found = /^\s*([+-]?\d{1,9})/.exec(written ?? '')?.[1]
  return found === undefined ? null : Number(found)
}

/** Counts the items of each `ol`, in document order. */
export class ListSizes implements HtmlVisitor {
  readonly sizes: number[] = []
  private readonly lists: { depth: number; at: number }[] = []

  open(name: string, _attributes: Attributes, depth: number): void {
    if (name === 'ol') this.sizes.push(0)
    if (IS_LIST.has(name)) this.lists.push({ depth, at: name === 'ol' ? this.sizes.length - 1 : -1 })
    const at = this.lists.at(-1)?.at ?? -1
    if (name === 'li' && at >= 0) this.sizes[at] = (this.sizes[at] ?? 0) + 1
  }

  close(_name: string, depth: number): void {
    if (this.lists.at(-1)?.depth === depth) this.lists.pop()
  }
}
