/** One run of letters as the page paints it; `x` and `y` are its left end on its baseline, from the page's bottom. */
export type Run = {
  text: string
  x: number
  y: number
  width: number
  size: number
  page: number
  /** A blank is painted at its left. */
  blank?: boolean
}

/** Words that stand on one baseline without a gap as wide as the one between columns, or stretched to both margins. */
export type Line = Run & {
  right: number
  /** How many raised or lowered words are written otherwise. */
  figures: number
  /** From left to right. */
  runs: readonly Run[]
  /** The line begins an item of a list, whose words begin here, behind its label. */
  begins?: number
}
