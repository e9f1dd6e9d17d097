import type { ShownNote } from '@/components/import/note-list'
import { claimsOfNotes, hasWords, type NoteClaim } from '@/domain/article/from-incoming'
import type { ClaimOutcome } from '@/domain/revision/shape'
import type { Note } from '@/importing/incoming'

type Line = Pick<ClaimOutcome, 'number' | 'state' | 'part' | 'after'>

type Noted = {
  /** The text that the notes stand in. */
  text: string
  notes: readonly Note[]
  /** The indexes of the notes that are not ticked. */
  left: readonly number[]
  /** The claims with their places in the text. */
  lines: readonly Line[]
}

/** The claims that stand on the words of a note in the new text. */
export const linesUnder = <L extends Line>(
  { start, end }: Pick<Note, 'start' | 'end'>,
  lines: readonly L[],
): L[] =>
  lines.filter(
    ({ state, part, after }) =>
      state !== 'orphaned' && part === 'text' && after.start < end && after.end > start,
  )

/** Their numbers. */
export const claimsUnder = (note: Pick<Note, 'start' | 'end'>, lines: readonly Line[]): number[] =>
  linesUnder(note, lines).map(({ number }) => number)

/**
 * Whether a note may go into the talk of the desk: a comment on the words of a claim, or one on no words of the text,
 * such as one on the title.
 */
export const isTalk = ({ note, state }: Pick<ShownNote, 'note' | 'state'>, lines: readonly Line[]): boolean =>
  note.origin === 'comment' &&
  note.text.trim() !== '' &&
  (state === 'wordless' || claimsUnder(note, lines).length > 0)

/** The comments of a file without the desk's own remarks that came back without an answer, and those remarks. */
export function answersIn<Given extends Pick<Note, 'origin' | 'text'>>(
  notes: readonly Given[],
  questions: readonly string[],
): { answers: Given[]; unanswered: Given[] } {
  const isOwn = ({ origin, text }: Given) =>
    origin === 'comment' && questions.some((question) => text.trimEnd().endsWith(`\n${question}`))
  return { answers: notes.filter((note) => !isOwn(note)), unanswered: notes.filter(isOwn) }
}

/**
 * The notes that are not ticked at first: settled ones, notes at the foot of the text, and comments on the words of
 * claims, because those answer what the desk said there.
 */
export const leftAtFirst = (notes: readonly Note[], lines: readonly Line[]): number[] =>
  notes.flatMap((note, index) =>
    note.settled || note.origin !== 'comment' || claimsUnder(note, lines).length > 0 ? [index] : [],
  )

/** What the notes would make, and which of that stands on the words of a claim already. */
function drafted({ text, lines }: Noted, notes: readonly Note[]) {
  const taken = new Set(
    lines.filter(({ state }) => state !== 'orphaned').map(({ after }) => `${after.start}-${after.end}`),
  )
  const claims = claimsOfNotes(text, notes).map((claim) => ({ claim, end: claim.start + claim.quote.length }))
  const isTaken = ({ claim, end }: { claim: NoteClaim; end: number }) => taken.has(`${claim.start}-${end}`)
  return { made: claims.filter((one) => !isTaken(one)), refused: claims.filter(isTaken) }
}

const ticked = ({ notes, left }: Noted) => notes.filter((_, index) => !left.includes(index))

/** The claims that the ticked notes make. Words that are a claim already make none. */
export const claimsOf = (noted: Noted): NoteClaim[] =>
  drafted(noted, ticked(noted)).made.map(({ claim }) => claim)

/** The notes as they may be ticked. */
export function shownNotes(noted: Noted): ShownNote[] {
  const { text, notes, left } = noted
  const together = drafted(noted, ticked(noted)).refused
  return notes.map((note, index): ShownNote => {
    const shown = { note, index, quote: text.slice(note.start, note.end) }
    if (!hasWords(text, note)) return { ...shown, state: 'wordless' }
    const isLeft = left.includes(index)
    const refused = [...drafted(noted, [note]).refused, ...(isLeft ? [] : together)]
    if (refused.some(({ claim, end }) => claim.start < note.end && note.start < end))
      return { ...shown, state: 'claimed' }
    return { ...shown, state: isLeft ? 'unticked' : 'ticked' }
  })
}
