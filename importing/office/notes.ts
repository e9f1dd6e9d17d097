import type { Block } from '@/text/blocks'
import { sourceUrl } from '@/text/sources'
import type { Link, Note, Notice } from '../incoming'
import type { Finished, BoundaryPoint } from './manuscript'
import { notedSpans } from './note-span'
import { withoutRedirect } from './redirect'

export type WrittenNote = { author: string; text: string; links: string[]; settled?: true }
export type Span = { start: number; end: number }

/** A comment with its replies, each under its author's name; null when none of them has words. */
export function commentNote(comment: WrittenNote, replies: readonly WrittenNote[], span: Span): Note | null {
  const answers = replies.map((one) => (one.author === '' ? one.text : `${one.author}: ${one.text}`))
  const text = [comment.text, ...answers].filter((one) => one !== '').join('\n\n')
  const links = [...new Set([comment, ...replies].flatMap((one) => one.links))]
  if (text === '') return null
  const { author, settled } = comment
  return { origin: 'comment', author, text, links, ...(settled && { settled }), ...span }
}

/** Each top-level comment with all replies to it and to its replies, in order. */
export function threads<Comment>(
  comments: Iterable<Comment>,
  parentOf: (comment: Comment) => Comment | undefined,
): Map<Comment, Comment[]> {
  const found = new Map<Comment, Comment[]>()
  for (const comment of comments) {
    const root = rootOf(comment, parentOf)
    const answers = found.get(root) ?? []
    if (root !== comment) answers.push(comment)
    found.set(root, answers)
  }
  return found
}

function rootOf<Comment>(comment: Comment, parentOf: (comment: Comment) => Comment | undefined): Comment {
  const seen = new Set<Comment>()
  let at = comment
  for (let parent = parentOf(at); parent !== undefined && !seen.has(parent); parent = parentOf(at)) {
    seen.add(parent)
    at = parent
  }
  return at
}

/** The span between two offsets, without white space at its ends. */
export function trimmedSpan(text: string, from: number, to: number): Span {
  let start = Math.min(from, to)
  let end = to
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return { start, end }
}

/** Links with the words they cover, as the web addresses that they lead to; a link without words is dropped. */
export function linksWithSpans(
  links: readonly { url: string; start: BoundaryPoint; end: BoundaryPoint }[],
  { text, at }: Finished,
): Link[] {
  const found = links.flatMap(({ url, start, end }) => {
    const span = trimmedSpan(text, at(start), at(end))
    const to = sourceUrl(withoutRedirect(url))
    return span.start < span.end && to.ok ? [{ url: to.url, ...span }] : []
  })
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The most addresses that a notice names. */
const MOST_NAMES = 20
/** Nothing that a reader could look up. */
const NO_ADDRESS = /^(?:#|(?:javascript|data|about|vbscript|blob|file|cid):|$)/i

/** Addresses on words that no browser opens from the text, such as those of mail, unless the words say them. */
export function otherAddresses(
  links: readonly { url: string; start: BoundaryPoint; end: BoundaryPoint }[],
  { text, at }: Finished,
): Notice[] {
  const found = links.flatMap(({ url, start, end }) => {
    const { start: from, end: to } = trimmedSpan(text, at(start), at(end))
    if (from === to || NO_ADDRESS.test(url)) return []
    const address = url.replace(/^(?:mailto|tel|sms):(?:\/\/)?/i, '')
    return bare(text.slice(from, to)).includes(bare(address.replace(/\?.*$/s, ''))) ? [] : [address]
  })
  const names = [...new Set(found)].slice(0, MOST_NAMES)
  return found.length === 0 ? [] : [{ kind: 'other_addresses', as: 'left_out', count: found.length, names }]
}

const bare = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}@]/gu, '')

/** The words that each footnote mark refers to, within its own block; `marks` in text order. */
export function spansOfMarks(text: string, blocks: readonly Block[], marks: readonly number[]): Span[] {
  const spans: Span[] = []
  let next = 0
  for (const { start, end } of blocks) {
    const inside: number[] = []
    for (let mark = marks[next]; mark !== undefined && mark <= end; mark = marks[++next])
      inside.push(Math.max(mark - start, 0))
    const found = inside.length === 0 ? [] : notedSpans(text.slice(start, end), inside)
    spans.push(...found.map((span) => ({ start: start + span.start, end: start + span.end })))
  }
  while (spans.length < marks.length) spans.push({ start: text.length, end: text.length })
  return spans
}

/** Notes in text order. Of two notes with the same start, the longer one comes first. */
export function inOrder(notes: Note[]): Note[] {
  return notes.sort((a, b) => a.start - b.start || b.end - a.end)
}
