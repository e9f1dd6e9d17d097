import { byBlock } from './form/by-block'
import type { Note } from './incoming'
import { addressesOf } from './office/addresses'
import type { BoundaryPoint, Cut, Manuscript } from './office/manuscript'
import type { WrittenNote } from './office/notes'
import type { Attributes } from './html-walk'

type Anchor = {
  depth: number
  /** What it leads to in the document. */
  id: string
  /** Names of the anchor and of the elements around it in its line. */
  names: string[]
  words: string
  stated: boolean
  start: BoundaryPoint
  end?: BoundaryPoint
}
/** Blocks [from, to) of an element. */
type Range = { from: number; to: number }
type Element = { depth: number; name: string; names: string[]; breaking: boolean; from: number }
type Found = { origin: Note['origin']; note: WrittenNote; point: BoundaryPoint }

const LABEL = /^(?:[[(]?(?:\p{N}{1,4}|\p{L}{1,3}|[*†‡§¶※#]{1,4})[\])]?|\[?(?:note|nb|n)\s?\p{N}{1,3}\]?)$/iu
const IN_BRACKETS = /^\[.*\]$/
/** What leads back from a note to its mark. */
const BACK = /^(?:[↑↩⏎^⤴\ufe0e\ufe0f\s]|[[(]?\p{L}?\p{N}{0,3}[\])]?\.?|jump (?:up|back)[^.]{0,20})*$/iu
/** Elements that may be the whole of one note. */
const WHOLE = new Set(['p', 'li', 'div', 'aside', 'dd', 'td', 'section'])
const NOTE_REFERENCE =
  /\bdoc-noteref\b|\bnoteref\b|footnote|endnote|MsoFootnoteReference|MsoEndnoteReference/i

/** Finds the notes of a document by the links that lead from their marks to them. */
export class HtmlNotes {
  private readonly anchors: Anchor[] = []
  private readonly openAnchors: Anchor[] = []
  private readonly elements: Element[] = []
  private readonly targets = new Map<string, { at: number; range?: Range }>()
  private readonly ranges = new Map<number, Range[]>()

  private begins?: number[]
  private inBlock?: Map<number, Anchor[]>

  constructor(private readonly manuscript: Manuscript) {}

  open(name: string, attributes: Attributes, depth: number, breaking: boolean): void {
    const names = [attributes.id, name === 'a' ? attributes.name : undefined].filter(
      (one) => one !== undefined,
    )
    const from = this.manuscript.blocks.length
    for (const one of names) if (!this.targets.has(one)) this.targets.set(one, { at: from })
    if (breaking || names.length > 0 || name === 'sup')
      this.elements.push({ depth, name, names, breaking, from })
    const id = name === 'a' ? /^#(.{1,200})$/.exec(attributes.href ?? '')?.[1] : undefined
    if (id === undefined) return
    const inLine = this.elements.slice(this.elements.findLastIndex((one) => one.breaking) + 1)
    const raised = inLine.some((one) => one.name === 'sup')
    const says = [attributes.role, attributes.class, attributes['epub:type']].join(' ')
    this.manuscript.apart()
    const anchor: Anchor = {
      depth,
      id: decoded(id),
      names: [...names, ...inLine.flatMap((one) => one.names)],
      words: '',
      stated: raised || this.manuscript.raised || NOTE_REFERENCE.test(says),
      start: this.manuscript.mark('start'),
    }
    this.anchors.push(anchor)
    this.openAnchors.push(anchor)
  }

  said(words: string): void {
    for (const anchor of this.openAnchors) {
      // The mark may be raised inside its link as well as around it.
      if (anchor.words.trim() === '' && words.trim() !== '' && this.manuscript.raised) anchor.stated = true
      if (anchor.words.length < 60) anchor.words += words
    }
  }

  close(depth: number): void {
    const anchor = this.openAnchors.at(-1)
    if (anchor?.depth === depth) {
      anchor.end = this.manuscript.mark('end')
      this.manuscript.apart()
      this.openAnchors.pop()
    }
    const element = this.elements.at(-1)
    if (element?.depth !== depth) return
    this.elements.pop()
    const range = { from: element.from, to: this.manuscript.blocks.length }
    if (!WHOLE.has(element.name) || range.to === range.from) return
    this.ranges.set(range.from, [...(this.ranges.get(range.from) ?? []).slice(-20), range])
    for (const one of element.names) {
      const target = this.targets.get(one)
      if (target?.at === range.from) target.range ??= range
    }
  }

  /**
   * The notes, with what leaves the text: their marks and their blocks.
   * @param elsewhere the same document whole, whose notes stand for those that were left out here
   */
  find(elsewhere?: HtmlNotes): { found: Found[]; cuts: Cut[]; omitted: Set<number> } {
    const result = { found: [] as Found[], cuts: [] as Cut[], omitted: new Set<number>() }
    for (const anchor of this.anchors) {
      const { end, start, id } = anchor
      const label = anchor.words.trim()
      if (!end || !LABEL.test(label)) continue
      const own = this.noteFor(anchor)
      const note = own ?? elsewhere?.noteFor({ ...anchor, start: { ...start, block: -1 } })
      if (!note || note.text === '') continue
      for (let block = own?.from ?? 0; block < (own?.to ?? 0); block++) result.omitted.add(block)
      result.cuts.push({ start, end })
      result.found.push({
        origin: originOf(id),
        note: { author: '', text: note.text, links: note.links },
        point: end,
      })
    }
    return result
  }

  private noteFor(anchor: Anchor): (Range & { text: string; links: string[] }) | null {
    const target = this.targets.get(anchor.id)
    if (!target || target.at <= anchor.start.block) return null
    const range = this.rangeOf(target, anchor)
    if (!range) return null
    const inside = this.within(range).filter(({ words }) => BACK.test(words.trim()))
    const leadsBack = inside.some(({ id }) => anchor.names.includes(id))
    if (!leadsBack && !anchor.stated && !IN_BRACKETS.test(anchor.words.trim())) return null
    const cuts = inside.flatMap(({ start, end }) => (end ? [{ start, end }] : []))
    const lines: string[] = []
    for (let block = range.from; block < range.to; block++) lines.push(this.manuscript.noteWords(block, cuts))
    const said = lines.filter((line) => line !== '').join('\n')
    const label = anchor.words.trim()
    const before = ({ start }: Anchor) =>
      this.manuscript.blocks[start.block]?.text.slice(0, start.offset).trim()
    const isRepeated = inside.some((back) => back.start.block === range.from && before(back) === label)
    const isNamed = inside.some(({ words }) => words.includes(label))
    const text = isNamed ? said : withoutLabel(said, label, isRepeated)
    const linked = this.manuscript.links.filter(
      ({ start }) => start.block >= range.from && start.block < range.to,
    )
    return {
      ...range,
      text,
      links: addressesOf(
        text,
        linked.map(({ url }) => url),
      ),
    }
  }

  /** The largest element that begins with the target and holds no other one that a mark leads to. */
  private rangeOf(target: { at: number; range?: Range }, { start }: Anchor): Range | null {
    const fits = (range: Range) => range.from > start.block && this.noneBetween(target.at, range.to)
    if (target.range && fits(target.range)) return target.range
    const ranges = (this.ranges.get(target.at) ?? []).filter(fits)
    return ranges.reduce<Range | null>((most, next) => (next.to > (most?.to ?? 0) ? next : most), null)
  }

  /** Whether no other note begins after one block and before another. */
  private noneBetween(after: number, before: number): boolean {
    this.begins ??= this.anchors
      .flatMap(({ id, start }) => {
        const at = this.targets.get(id)?.at
        return at !== undefined && at > start.block ? [at] : []
      })
      .sort((a, b) => a - b)
    const next = this.begins[firstAbove(this.begins, after)]
    return next === undefined || next >= before
  }

  private within({ from, to }: Range): Anchor[] {
    this.inBlock ??= byBlock(this.anchors)
    const found: Anchor[] = []
    for (let block = from; block < to; block++) found.push(...(this.inBlock.get(block) ?? []))
    return found
  }
}

function firstAbove(sorted: readonly number[], at: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * A note may repeat its mark before its words: before a sign, or `apart` from them by the link that leads back. Without
 * either, a figure at its beginning is its own.
 */
function withoutLabel(text: string, label: string, apart: boolean): string {
  if (!text.startsWith(label)) return text
  const rest = text.slice(label.length)
  const isEnded = apart || !/[\p{L}\p{N}]$/u.test(label)
  const words = /^(?:[.):\]]\s+|\s*(?=\S))/u.exec(rest)?.[0] ?? ''
  return isEnded || /\S/.test(words) ? rest.slice(words.length) : text
}

function originOf(id: string): Note['origin'] {
  if (/cmnt|comment|msocom/i.test(id)) return 'comment'
  return /edn|endnote/i.test(id) ? 'endnote' : 'footnote'
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
