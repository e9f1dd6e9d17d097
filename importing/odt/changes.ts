import type { Tally } from '../office/tally'
import { type XmlNode, child, descendants, elements, textOf } from '../office/xml'

type Change = { kind: 'insertions' | 'deletions'; paragraphs: number; hasWords: boolean; counted: boolean }

/**
 * The tracked changes of a text. It keeps deleted words apart, so that the text reads as if all changes were accepted.
 * A mark stands at each change.
 */
export class Changes {
  private readonly byId = new Map<string, Change>()
  /** Deleted paragraph breaks of the open paragraph, each with the amount of text written before it. */
  private breaks: number[] = []

  constructor(private readonly tally: Tally) {}

  /** Takes the list of changes, which stands before the text. */
  declare(list: XmlNode): void {
    for (const region of elements(list)) {
      const id = region.attributes['text:id'] ?? region.attributes['id']
      const deletion = child(region, 'text:deletion')
      if (id === undefined || (!deletion && !child(region, 'text:insertion'))) continue
      this.byId.set(id, {
        kind: deletion ? 'deletions' : 'insertions',
        paragraphs: deletion
          ? [...descendants(deletion, 'text:p'), ...descendants(deletion, 'text:h')].length
          : 0,
        hasWords: deletion ? wordsOf(deletion) !== '' : true,
        counted: false,
      })
    }
  }

  meet(id: string | undefined, written: number): void {
    const change = id === undefined ? undefined : this.byId.get(id)
    if (!change || change.counted) return
    change.counted = true
    if (change.hasWords) this.tally.add(change.kind, 'accepted')
    if (change.paragraphs > 1) this.breaks.push(written)
  }

  /** A deleted break joins two paragraphs when words remain on both sides. */
  endParagraph(from: number, to: number): void {
    const joins = this.breaks.filter((at) => at > from && at < to).length
    this.tally.add('joined_paragraphs', 'accepted', joins)
    this.breaks = []
  }
}

function wordsOf(deletion: XmlNode): string {
  return elements(deletion)
    .filter(({ name }) => name !== 'office:change-info')
    .map(textOf)
    .join('')
    .trim()
}
