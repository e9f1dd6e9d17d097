/** Excel's limit for one cell, in UTF-16 units as stored in the file. */
export const CELL_UNITS = 32_767

/**
 * Characters that XML forbids or would change, and underscores that would start an escape. Such an underscore was
 * typed, or its closing underscore would belong to the escape after it.
 */
const ESCAPED_SIGN =
  /_(?=x[0-9a-f]{4}[_\u0000-\u0008\u000b-\u001f\ufffe\uffff])|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/gi
const ESCAPE = /_x[0-9a-f]{4}_/gi
const ESCAPE_UNITS = 7

const byNumber = (sign: string) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** Cuts a text without splitting an escape or a surrogate pair. */
function wholeTo(written: string, units: number): string {
  let end = units
  for (const { index } of written.matchAll(ESCAPE)) {
    if (index >= units) break
    if (index + ESCAPE_UNITS > units) end = index
  }
  return written.slice(0, end).replace(/[\ud800-\udbff]$/, '')
}

/**
 * Encodes a text for a cell (ECMA-376, ST_Xstring): characters that XML forbids become numeric escapes. A text that is
 * too long is cut to make room for the mark.
 */
export function cellText(text: string, mark: string): { text: string; cut: boolean } {
  const written = text.replace(ESCAPED_SIGN, byNumber)
  if (written.length <= CELL_UNITS) return { text: written, cut: false }
  return { text: wholeTo(written, CELL_UNITS - mark.length) + mark, cut: true }
}
