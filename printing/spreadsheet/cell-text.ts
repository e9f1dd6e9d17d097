/** UTF-16 units of one cell as the file holds it, by Excel's limits. */
export const CELL_UNITS = 32_767

/**
 * What XML cannot hold or would change, and an underscore that would begin an escape: one that somebody typed, or one
 * whose closing underscore is that of the escape after it.
 */
const ESCAPED_SIGN =
  /_(?=x[0-9a-f]{4}[_\u0000-\u0008\u000b-\u001f\ufffe\uffff])|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/gi
const ESCAPE = /_x[0-9a-f]{4}_/gi
const ESCAPE_UNITS = 7

const byNumber = (sign: string) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** No half of an escape or of a letter at its end. */
function wholeTo(written: string, units: number): string {
  let end = units
  for (const { index } of written.matchAll(ESCAPE)) {
    if (index >= units) break
    if (index + ESCAPE_UNITS > units) end = index
  }
  return written.slice(0, end).replace(/[\ud800-\udbff]$/, '')
}

/**
 * A text as a cell holds it (ECMA-376, ST_Xstring): signs that XML cannot hold are told by their numbers. Where it is too
 * long, as much of it as there is room for before the mark.
 */
export function cellText(text: string, mark: string): { text: string; cut: boolean } {
  const written = text.replace(ESCAPED_SIGN, byNumber)
  if (written.length <= CELL_UNITS) return { text: written, cut: false }
  return { text: wholeTo(written, CELL_UNITS - mark.length) + mark, cut: true }
}
