import type { Block } from '@/domain/text/blocks'
import type { Note } from '../incoming'
import { notedSpans } from './note-span'

/** A comment with what was answered to it, each answer under its author's name. */
export function withReplies(text: string, replies: readonly { author: string; text: string }[]): string {
  const answers = replies.map((one) => (one.author === '' ? one.text : `${one.author}: ${one.text}`))
  return [text, ...answers].filter((one) => one !== '').join('\n\n')
}

/** The words between two places, without the blanks at their ends. */
export function trimmedSpan(text: string, from: number, to: number): { start: number; end: number } {
  let start = Math.min(from, to)
  let end = to
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return { start, end }
}

/** The words each mark of a footnote stands behind, inside its own block; `marks` in order of the text. */
export function spansOfMarks(
  text: string,
  blocks: readonly Block[],
  marks: readonly number[],
): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
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

/** In the order of the text; what covers more comes first. */
export function inOrder(notes: Note[]): Note[] {
  return notes.sort((a, b) => a.start - b.start || b.end - a.end)
}
