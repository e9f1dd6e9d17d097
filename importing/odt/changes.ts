import type { Tally } from '../office/tally'
import { type XmlNode, child, elements, textOf } from '../office/xml'

type Change = {
  /** The element that describes it. */
  node: XmlNode
  kind: 'insertions' | 'deletions'
  /** The deleted paragraphs, in order: the words of the first and the last stand in paragraphs of the text. */
  paragraphs: XmlNode[]
  hasWords: boolean
  counted: boolean
}

/** The tracked changes of a text, which stand before it. Deleted words stand there, too. A mark stands at each change. */
export class Changes {
  private readonly byId = new Map<string, Change>()
  /** Deleted paragraph breaks of the open paragraph, each with the amount of text written before it. */
  private breaks: number[] = []

  constructor(private readonly tally: Tally) {}

  /** Whether the text has any. */
  get any(): boolean {
    return this.byId.size > 0
  }

  /** The change with a mark in the text. */
  at(id: string | undefined): Change | undefined {
    return id === undefined ? undefined : this.byId.get(id)
  }

  /** Takes the list of changes, which stands before the text. */
  declare(list: XmlNode): void {
    for (const region of elements(list)) {
      const id = region.attributes['text:id'] ?? region.attributes['id']
      const deletion = child(region, 'text:deletion')
      if (id === undefined || (!deletion && !child(region, 'text:insertion'))) continue
      this.byId.set(id, {
        node: region,
        kind: deletion ? 'deletions' : 'insertions',
        paragraphs: deletion ? paragraphsIn(deletion) : [],
        hasWords: deletion ? wordsOf(deletion) !== '' : true,
        counted: false,
      })
    }
  }

  meet(id: string | undefined, written: number): void {
    const change = this.at(id)
    if (!change || change.counted) return
    change.counted = true
    if (change.hasWords) this.tally.add(change.kind, 'accepted')
    if (change.paragraphs.length > 1) this.breaks.push(written)
  }

  /** A deleted break joins two paragraphs when words remain on both sides. */
  endParagraph(from: number, to: number): void {
    const joins = this.breaks.filter((at) => at > from && at < to).length
    this.tally.add('joined_paragraphs', 'accepted', joins)
    this.breaks = []
  }
}

const isParagraph = ({ name }: XmlNode) => name === 'text:p' || name === 'text:h'

function paragraphsIn(node: XmlNode): XmlNode[] {
  return elements(node).flatMap((one) => {
    if (isParagraph(one)) return [one]
    return one.name === 'office:change-info' ? [] : paragraphsIn(one)
  })
}

function wordsOf(deletion: XmlNode): string {
  return elements(deletion)
    .filter(({ name }) => name !== 'office:change-info')
    .map(textOf)
    .join('')
    .trim()
}
