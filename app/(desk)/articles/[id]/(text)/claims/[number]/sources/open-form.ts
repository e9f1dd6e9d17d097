/** The form of a source beside the verdict. */
export type OpenForm = {
  /** The source that is edited, `NEW_SOURCE`, or null if no form is open. */
  form: string | null
  /** The claim is marked verified once the new source is saved. */
  awaited: boolean
  /** The form was sent, and its answer is not here yet. */
  sending: boolean
}

export type FormEvent =
  | { kind: 'shown'; form: string; awaited?: boolean }
  | { kind: 'sending'; sending: boolean }
  /** A person chose another status than verified: the source is saved, and the claim keeps that status. */
  | { kind: 'forgone' }
  | { kind: 'closed' }

export const NO_FORM: OpenForm = { form: null, awaited: false, sending: false }

export function openForm(state: OpenForm, event: FormEvent): OpenForm {
  switch (event.kind) {
    case 'shown':
      // What is being saved keeps its meaning, whatever is pressed meanwhile.
      if (state.sending) return state
      return { ...state, form: event.form, awaited: event.awaited ?? state.awaited }
    case 'sending':
      return state.form === null ? state : { ...state, sending: event.sending }
    case 'forgone':
      return { ...state, awaited: false }
    case 'closed':
      return NO_FORM
  }
}

/**
 * What marking the claim verified can do now. A source that is being saved may refute the claim, so it is known only
 * afterwards what verifying needs.
 */
export const mayVerify = ({ sending, awaited }: OpenForm): 'now' | 'already' | 'tooEarly' =>
  sending ? (awaited ? 'already' : 'tooEarly') : 'now'
