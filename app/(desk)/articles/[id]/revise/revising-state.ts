import type { ClaimOutcome, RevisionPreview } from '@/domain/revision/shape'
import type { Note } from '@/importing/incoming'
import { rebased, type KnownChange } from '@/text/revise/known'
import type { Brought } from './text-file'

type State = {
  /** What was last read from a file. */
  brought: Brought | null
  /** The effect on the claims, once it was asked for. */
  shown: RevisionPreview | null
  /** The text that was last previewed, with the key of the request that saves it. */
  previewed: { text: string; requestKey: string } | null
}

type Told =
  | { kind: 'brought'; read: Brought }
  | { kind: 'shown'; preview: RevisionPreview; text: string; requestKey: string }
  | { kind: 'back' }

export const NOTHING_REVISED: State = { brought: null, shown: null, previewed: null }

/** A text keeps its request key when it is previewed again, so that saving it twice counts as one request. */
export function revising(state: State, told: Told): State {
  switch (told.kind) {
    case 'brought':
      return { ...state, brought: told.read }
    case 'shown': {
      const { preview, text, requestKey } = told
      const previewed = state.previewed?.text === text ? state.previewed : { text, requestKey }
      return { ...state, shown: preview, previewed }
    }
    case 'back':
      return { ...state, shown: null }
  }
}

/** The blocks of the file, as long as the text is still the one that was read from it. */
export const blocksOf = ({ brought }: State, text: string) =>
  brought?.incoming.text === text ? brought.incoming.blocks : undefined

/**
 * The tracked changes of the file as changes of the newest text, as long as the text is still the one that was read.
 * `unfit` when they begin from another text, null when there are none.
 */
export function trackedOf({ brought }: State, text: string, newest: string): KnownChange[] | 'unfit' | null {
  const { tracked } = brought?.incoming ?? {}
  if (!tracked || brought?.incoming.text !== text) return null
  return rebased(tracked.changes, tracked.base, newest) ?? 'unfit'
}

/** The comments of the file, as long as the text is still the one that they stand on. */
export const notesOf = ({ brought }: State, text: string): Note[] =>
  brought?.incoming.text === text ? brought.incoming.notes : []

type Line = Pick<ClaimOutcome, 'number' | 'state' | 'part' | 'after'>

/** The numbers of the claims that stand on the words of a note in the new text. */
export const claimsUnder = ({ start, end }: Pick<Note, 'start' | 'end'>, lines: readonly Line[]): number[] =>
  lines
    .filter(
      ({ state, part, after }) =>
        state !== 'orphaned' && part === 'text' && after.start < end && after.end > start,
    )
    .map(({ number }) => number)

/** The comments of a file without the desk's own remarks that came back without an answer, and those remarks. */
export function answersIn<Given extends Pick<Note, 'origin' | 'text'>>(
  notes: readonly Given[],
  questions: readonly string[],
): { answers: Given[]; unanswered: Given[] } {
  const isOwn = ({ origin, text }: Given) =>
    origin === 'comment' && questions.some((question) => text.trimEnd().endsWith(`\n${question}`))
  return { answers: notes.filter((note) => !isOwn(note)), unanswered: notes.filter(isOwn) }
}

/** The links of the file, as long as the text is still the one that was read from it. */
export const linksOf = ({ brought }: State, text: string) =>
  brought?.incoming.text === text ? brought.incoming.links : undefined
