export type CodeState = {
  /** What was typed. */
  code: string
  /** Why it does not open, as a sentence in the reader's language. */
  problem: string | null
}

export const NO_CODE: CodeState = { code: '', problem: null }
