import { addressesOf } from '../office/addresses'
import { type WrittenNote, threads } from '../office/notes'
import { LanguageVote } from '../office/language'
import type { Tally } from '../office/tally'
import { type XmlNode, descendants, elements, textOf } from '../office/xml'
import { readBlocks } from './blocks'
import type { Package, Part } from './package'
import { Reading, type Shared } from './reading'
import { isOn } from './styles'

/** A footnote or a comment, with the ids of the comments on its own words. */
export type Noted = WrittenNote & { commented: string[] }
export type Comment = Noted & { replies: WrittenNote[] }

/** Footnotes or endnotes by id, without the separator lines above them. */
export async function readFootnotes(
  file: Package,
  type: 'footnotes' | 'endnotes',
  shared: Shared,
): Promise<Map<string, Noted>> {
  const found = new Map<string, Noted>()
  for (const part of await file.related(type)) {
    for (const node of elements(part.root)) {
      const { 'w:id': id, 'w:type': kind = 'normal' } = node.attributes
      if (id !== undefined && kind === 'normal') found.set(id, writtenNote(node, part, shared))
    }
  }
  return found
}

/** Comments by id, each with its replies, in file order. */
export async function readComments(file: Package, shared: Shared): Promise<Map<string, Comment>> {
  const ids = new Map<Noted, string>()
  const byParagraph = new Map<string, Noted>()
  for (const part of await file.related('comments')) {
    for (const node of elements(part.root)) {
      const id = node.attributes['w:id']
      if (id === undefined) continue
      const comment = writtenNote(node, part, shared)
      ids.set(comment, id)
      const paragraph = descendants(node, 'w:p').at(-1)?.attributes['w14:paraId']
      if (paragraph !== undefined) byParagraph.set(paragraph, comment)
    }
  }
  const parents = new Map<Noted, Noted>()
  const settled = new Set<Noted>()
  for (const part of await file.related('commentsExtended')) {
    for (const { attributes } of elements(part.root)) {
      const reply = byParagraph.get(attributes['w15:paraId'] ?? '')
      const parent = byParagraph.get(attributes['w15:paraIdParent'] ?? '')
      if (reply && parent) parents.set(reply, parent)
      if (reply && isOn(attributes['w15:done'], false)) settled.add(reply)
    }
  }
  const found = [...threads(ids.keys(), (comment) => parents.get(comment))]
  return new Map(
    found.map(([root, replies]) => [
      ids.get(root) ?? '',
      { ...root, replies, ...(settled.has(root) && { settled: true as const }) },
    ]),
  )
}

function writtenNote(node: XmlNode, part: Part, shared: Shared): Noted {
  // Notes may be in another language than the text.
  const reading = new Reading({ ...shared, votes: new LanguageVote() }, part.relationships)
  readBlocks(reading, node)
  const text = reading.manuscript.blocks.map((block) => block.text).join('\n')
  return {
    author: (node.attributes['w:author'] ?? '').trim(),
    text,
    links: addressesOf(
      text,
      reading.manuscript.links.map(({ url }) => url),
    ),
    commented: [...reading.comments.keys()],
  }
}

/** Counts headers and footers that have words. */
export async function countHeaders(file: Package, tally: Tally): Promise<void> {
  for (const type of ['header', 'footer']) {
    for (const { root } of await file.related(type)) {
      const says = descendants(root, 'w:t').some((words) => textOf(words).trim() !== '')
      if (says) tally.add('headers', 'left_out')
    }
  }
}
