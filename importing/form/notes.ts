import type { Note } from '../incoming'
import { addressesOf } from '../office/addresses'
import {
  type BoundaryPoint,
  type Cut,
  type Finished,
  type Manuscript,
  type NoteMark,
} from '../office/manuscript'
import { overlaps } from '../office/points'
import { type Span, spansOfMarks, type WrittenNote } from '../office/notes'
import type { Tally } from '../office/tally'
import { byBlock } from './by-block'
import type { Chance } from './figures'

/** The likeliest first. */
const CHANCES: readonly Chance[] = ['sure', 'likely', 'possible']

export type MarkedNote = { note: WrittenNote; point: BoundaryPoint }

export type RaisedNotes = {
  /** The marks, which leave the text. */
  cuts: Cut[]
  /** The blocks that are notes. */
  omitted: Set<number>
  notes: MarkedNote[]
  /** Marks without a note in the document. */
  alone: number
}

/**
 * Tells raised marks of notes from raised figures. A mark has its note in a later block that begins with the same
 * raised mark, and of the marks that could have it, the likeliest do. Without one, only a sure mark counts. Other raised
 * figures stay in the text.
 * @param known the marks whose notes are known already
 */
export function notesOfRaisedMarks(manuscript: Manuscript, known: readonly Cut[] = []): RaisedNotes {
  const found: RaisedNotes = { cuts: [], omitted: new Set(), notes: [], alone: 0 }
  const bodies = new Map<string, number[]>()
  manuscript.blocks.forEach(({ lead }, index) => {
    if (lead) bodies.set(lead.label, [...(bodies.get(lead.label) ?? []), index])
  })
  const bodyOf = ({ label, start }: NoteMark) => bodies.get(label)?.find((index) => index > start.block)
  const best = new Map<number, Chance>()
  const knownIn = byBlock(known)
  const isKnown = (mark: NoteMark) => knownIn.get(mark.start.block)?.some((cut) => overlaps(mark, cut))
  const marks = manuscript.marks.filter((mark) => !isKnown(mark))
  for (const mark of marks) {
    const body = bodyOf(mark)
    if (body === undefined) continue
    const before = best.get(body)
    if (before === undefined || CHANCES.indexOf(mark.chance) < CHANCES.indexOf(before))
      best.set(body, mark.chance)
  }
  for (const mark of marks) {
    const { chance, start, end } = mark
    const body = bodyOf(mark)
    if (chance !== 'sure' && (body === undefined || best.get(body) !== chance)) continue
    found.cuts.push({ start, end })
    if (body === undefined) found.alone++
    else {
      found.omitted.add(body)
      found.notes.push({ note: noteOfBlock(manuscript, body), point: end })
    }
  }
  return found
}

function noteOfBlock(manuscript: Manuscript, index: number): WrittenNote {
  const text = manuscript.noteWords(index, [])
  const linked = manuscript.links.filter(({ start }) => start.block === index).map(({ url }) => url)
  return { author: '', text, links: addressesOf(text, linked) }
}

type NoteAtMark = { origin: Note['origin']; note: WrittenNote | undefined; point: BoundaryPoint }

/**
 * The notes at marks of the text, with the words that they refer to, and the spans of `marked` in its order. Raised
 * marks are counted too.
 */
export function notesAtMarks(
  marked: readonly NoteAtMark[],
  raised: RaisedNotes,
  finished: Finished,
  tally: Tally,
): { notes: Note[]; spans: Span[] } {
  const all = [...marked, ...raised.notes.map((one) => ({ origin: 'footnote' as const, ...one }))]
  const at = all.map(({ point }) => finished.at(point))
  const order = all.map((_, index) => index).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0))
  const found = spansOfMarks(
    finished.text,
    finished.blocks,
    order.map((index) => at[index] ?? 0),
  )
  const spans: Span[] = []
  order.forEach((index, place) => (spans[index] = found[place] ?? { start: 0, end: 0 }))
  const notes = all.flatMap(({ origin, note }, index): Note[] => {
    const span = spans[index]
    if (!span || !note || note.text === '') return []
    const { author, text, links, settled } = note
    return [{ origin, author, text, links, ...(settled && { settled }), ...span }]
  })
  tally.add('footnotes', 'left_out', notes.filter(({ origin }) => origin !== 'comment').length)
  tally.add('comments', 'left_out', notes.filter(({ origin }) => origin === 'comment').length)
  const empty = all.filter(({ origin, note }) => origin !== 'comment' && !note?.text).length
  tally.add('note_marks', 'left_out', raised.alone + empty)
  return { notes, spans }
}
