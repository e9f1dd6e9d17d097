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
