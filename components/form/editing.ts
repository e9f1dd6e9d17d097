import type { Draft } from './drafts'

/** What a form holds of a record while it is typed. */
export type Editing<T> = {
  value: T
  /** The version of the record that the value stands over. */
  base: number
  /** Whether somebody typed in it since it was saved, opened or given up. */
  typed: boolean
  /** When the draft was typed that is in the form, ISO 8601; null while there is none. */
  restoredAt: string | null
}

export type Edit<T> =
  /** The page shows the record. */
  | { kind: 'shown'; value: T; version: number }
  /** A draft of this browser comes into the form. */
  | { kind: 'restored'; draft: Draft<T> }
  /** Without `over` it is typed over the same version as before. */
  | { kind: 'typed'; value: T; over?: number }
  /** `sent` is now what `version` holds. */
  | { kind: 'saved'; sent: T; version: number }
  /** Whoever types was shown that version, and goes on over it. */
  | { kind: 'seen'; version: number }
  /** What was typed is done with; `value`, if any, takes its place. */
  | { kind: 'ended'; value?: T; version: number }

export const beginEditing = <T>(value: T, base: number): Editing<T> => ({
  value,
  base,
  typed: false,
  restoredAt: null,
})

export const sameValue = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * The form after an event. Nothing typed is ever replaced by what the page shows or by a draft, and what was typed
 * while a save was under way is still to be saved after it.
 */
export function edit<T>(state: Editing<T>, event: Edit<T>): Editing<T> {
  switch (event.kind) {
    case 'shown':
      // After a save the page is read again; until it has come, what it shows is older than what was saved.
      if (state.typed || event.version < state.base) return state
      // A field that is rendered again before it was given what was typed early would lose it, and its caret.
      if (event.version === state.base && sameValue(event.value, state.value)) return state
      return { ...state, value: event.value, base: event.version }
    case 'restored':
      if (state.typed) return state
      return {
        value: event.draft.value,
        base: event.draft.version,
        typed: true,
        restoredAt: event.draft.at,
      }
    case 'typed':
      return { ...state, value: event.value, base: event.over ?? state.base, typed: true }
    case 'saved':
      return sameValue(event.sent, state.value)
        ? beginEditing(state.value, event.version)
        : { ...state, base: event.version }
    case 'seen':
      return { ...state, base: event.version }
    case 'ended':
      return beginEditing(event.value ?? state.value, event.version)
  }
}
