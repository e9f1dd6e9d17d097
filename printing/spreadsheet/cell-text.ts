import { xmlText } from '../office/xml-text'

/** UTF-16 units in one cell, by Excel's limits. */
export const CELL_UNITS = 32_767

/** What Excel reads as a character by its number (ECMA-376, ST_Xstring), where somebody typed just that. */
const LOOKS_ESCAPED = /_(?=x[0-9a-f]{4}_)/gi

const written = (text: string) => text.replace(LOOKS_ESCAPED, '_x005F_')

/** No half of a surrogate pair at its end. */
const wholeTo = (text: string, units: number) => text.slice(0, units).replace(/[\ud800-\udbff]$/, '')

/** Units of a text as it stands in the file: carriage returns are escaped there too. */
const unitsOf = (text: string) => written(text).length + 6 * (text.split('\r').length - 1)

/** A text as a cell holds it: where it is too long, as much as there is room for before the mark. */
export function cellText(text: string, mark: string): { text: string; cut: boolean } {
  const clean = xmlText(text)
  if (unitsOf(clean) <= CELL_UNITS) return { text: written(clean), cut: false }
  let kept = wholeTo(clean, CELL_UNITS - mark.length)
  for (let over = unitsOf(kept + mark) - CELL_UNITS; over > 0; over = unitsOf(kept + mark) - CELL_UNITS)
    kept = wholeTo(kept, kept.length - over)
  return { text: written(kept + mark), cut: true }
}
