/** A field that people do not see. Only programs fill it in. */
export const TRAP = 'homepage'

export type RequestFormState = {
  /** The typed values, by field. */
  values: Record<string, string>
  /** The errors by field, as sentences in the reader's language. */
  problems: Record<string, string>
  /** The error of the form as a whole. */
  failure: string | null
}

export const NOTHING_SENT: RequestFormState = { values: {}, problems: {}, failure: null }
