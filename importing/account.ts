import { Parser } from 'htmlparser2'
import type { Incoming } from './incoming'
import { type XmlNode } from './office/xml'

/** Characters that carry meaning by themselves: letters with their marks, figures, currencies and shares. */
const COUNTED = /[\p{L}\p{M}\p{N}\p{Sc}%‰‱°]/gu

function countOf(words: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [one] of words.normalize('NFKC').matchAll(COUNTED)) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}

type Read = Pick<Incoming, 'text' | 'title' | 'byline' | 'dateline' | 'notes' | 'links'>

/** Whether each character of a source that carries meaning stands in what was read, as often as in the source. */
export function accountsFor(said: string, read: Read): boolean {
  const { text, title, byline, dateline, notes, links = [] } = read
  const parts = [text, title, byline, dateline, ...notes.flatMap((note) => [note.author, note.text])]
  const kept = countOf([...parts, ...links.map(({ url }) => url)].join('\n'))
  return [...countOf(said)].every(([one, count]) => (kept.get(one) ?? 0) >= count)
}

/**
 * Says of an import that nothing is missing in it, where that is proved. A reader that gives no account of its source
 * never says so.
 * @param said all that the source says, read in another way than the import was; it is asked only where no notice was
 *   made
 */
export const withAccount = <I extends Incoming>(read: I, said: () => string): I =>
  read.notices.length === 0 && accountsFor(said(), read) ? { ...read, allKept: true } : read

const UNSEEN = new Set(['script', 'style', 'title', 'template'])

/** All character data of markup that its readers could see, with `between` wherever a tag stands. */
export function saidInHtml(html: string, between = ''): string {
  const said: string[] = []
  let unseen = 0
  const parser = new Parser({
    onopentagname: (name) => void (unseen += UNSEEN.has(name) ? 1 : 0),
    onclosetag: (name) => void (unseen -= UNSEEN.has(name) ? 1 : 0),
    ontext: (text) => void (unseen === 0 && said.push(text)),
  })
  parser.end(html)
  return said.join(between)
}

/** All character data of an element, without what stands in elements of the given names. */
export function saidIn(node: XmlNode, unseen: ReadonlySet<string>): string {
  if (unseen.has(node.name)) return ''
  return node.children.map((one) => (typeof one === 'string' ? one : saidIn(one, unseen))).join('')
}
