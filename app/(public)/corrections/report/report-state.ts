/** The field that people do not see; what fills it in is a program. */
export const TRAP = 'homepage'

export type ReportFormState = {
  /** All that was typed, by field. */
  values: Record<string, string>
  /** What is wrong, by field, as sentences in the reader's language. */
  problems: Record<string, string>
  /** What is wrong as a whole. */
  failure: string | null
}

export const NOTHING_SENT: ReportFormState = { values: {}, problems: {}, failure: null }
