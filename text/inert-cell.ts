const INVISIBLE_FIRST = /^\p{Cf}+/u
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** Whether a spreadsheet would treat this text as a formula if a person typed it. */
export const isFormula = (text: string) => FORMULA.test(text.replace(INVISIBLE_FIRST, ''))

/** Also true for a text that already starts with apostrophes, so that `plainCell` removes exactly the added one. */
const needsMark = (text: string) => isFormula(text.replace(/^'+/, ''))

/**
 * A text that no spreadsheet treats as a formula. A text that would start one gets a leading apostrophe, even when
 * invisible characters precede the sign. Numbers are not texts and stay the same.
 */
export const inertCell = (text: string) => (needsMark(text) ? `'${text}` : text)

/** The original text of a cell from `inertCell`. */
export const plainCell = (cell: string) => (cell.startsWith("'") && needsMark(cell) ? cell.slice(1) : cell)
