import type { Draft } from './drafts'

/** The state of a form while a person edits a record. */
export type Editing<T> = {
  value: T
  /** The record as it was when typing began. What differs from it is the author's. */
  from: T
  /** The version of the record that the value is based on. */
  base: number
  /** Whether somebody has typed since the record was opened, saved or reset. */
  typed: boolean
  /** When the draft in the form was typed, ISO 8601; null without a draft. */
  restoredAt: string | null
}

export type Edit<T> =
  /** The page shows this version of the record. */
  | { kind: 'shown'; value: T; version: number }
  /** A draft of this browser comes into the form. */
  | { kind: 'restored'; draft: Draft<T> }
  | { kind: 'typed'; value: T }
  /** The record now holds `sent`. `version` is the newest version that the author knows. */
  | { kind: 'saved'; sent: T; version: number }
  /** The author has seen this version of the record, `from`, and goes on from it with `value`. */
  | { kind: 'seen'; value: T; from: T; version: number }
  /** Editing ends. `value`, if given, replaces the typed text. */
  | { kind: 'ended'; value?: T; version: number }

export const beginEditing = <T>(value: T, base: number): Editing<T> => ({
  value,
  from: value,
  base,
  typed: false,
  restoredAt: null,
})

export const sameValue = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * The form after an event. The page and drafts never replace typed text. Words typed during a save still have to be
 * saved after it.
 */
export function edit<T>(state: Editing<T>, event: Edit<T>): Editing<T> {
  switch (event.kind) {
    case 'shown':
      // The page is read again after a save. Until the new page arrives, the saved value is newer than the page's.
      if (state.typed || event.version < state.base) return state
      // Rendering again here would lose words typed before the page listened, and the caret.
      if (event.version === state.base && sameValue(event.value, state.value)) return state
      return { ...state, value: event.value, from: event.value, base: event.version }
    case 'restored':
      if (state.typed) return state
      return {
        value: event.draft.value,
        from: event.draft.from ?? state.from,
        base: event.draft.version,
        typed: true,
        restoredAt: event.draft.at,
      }
    case 'typed':
      return { ...state, value: event.value, typed: true }
    case 'saved':
      return sameValue(event.sent, state.value)
        ? beginEditing(state.value, event.version)
        : { ...state, from: state.typed ? event.sent : state.value, base: event.version }
    case 'seen': {
      const { value, from, version } = event
      return sameValue(value, from)
        ? beginEditing(value, version)
        : { ...state, value, from, base: version, typed: true }
    }
    case 'ended':
      return beginEditing(event.value ?? state.value, event.version)
  }
}
