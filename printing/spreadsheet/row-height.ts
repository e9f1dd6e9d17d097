/** In points. A row above the maximum would fill the window and be hard to read as a row. */
const LINE_HEIGHT = 14
const LINES_MOST = 20

/** The lines that a text needs in a column of this width, in characters. */
function linesOf(text: string, width: number): number {
  const each = text.slice(0, LINES_MOST * width).split('\n')
  return each.reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0)
}

/** The height that a row's longest text needs at the width of its column. Not every program works it out. */
export function rowHeight(texts: readonly { text: string; width: number }[]): number {
  const most = texts.reduce((lines, { text, width }) => Math.max(lines, linesOf(text, width)), 1)
  return Math.min(LINES_MOST, most) * LINE_HEIGHT + 2
}
