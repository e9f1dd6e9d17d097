const INVISIBLE_FIRST = /^\p{Cf}+/u
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** Whether a spreadsheet that was given this text by hand would take it for a formula. */
export const isFormula = (text: string) => FORMULA.test(text.replace(INVISIBLE_FIRST, ''))

/**
 * A text that no spreadsheet takes for a formula: one that would begin as such gets an apostrophe before it, also
 * when only characters that are not seen stand before the sign. Numbers are no texts and stay as they are.
 */
export const inertCell = (text: string) => (isFormula(text) ? `'${text}` : text)

/** The text that `inertCell` made a cell of. */
export const plainCell = (cell: string) =>
  cell.startsWith("'") && isFormula(cell.slice(1)) ? cell.slice(1) : cell
