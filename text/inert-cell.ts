const INVISIBLE_FIRST = /^\p{Cf}+/u
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** Whether a spreadsheet that was given this text by hand would take it for a formula. */
export const isFormula = (text: string) => FORMULA.test(text.replace(INVISIBLE_FIRST, ''))

/** Also one that has apostrophes before it already, so that `plainCell` takes away no more than was added. */
const needsMark = (text: string) => isFormula(text.replace(/^'+/, ''))

/**
 * A text that no spreadsheet takes for a formula: one that would begin as such gets an apostrophe before it, also
 * when only characters that are not seen stand before the sign. Numbers are no texts and stay as they are.
 */
export const inertCell = (text: string) => (needsMark(text) ? `'${text}` : text)

/** The text that `inertCell` made a cell of. */
export const plainCell = (cell: string) => (cell.startsWith("'") && needsMark(cell) ? cell.slice(1) : cell)
