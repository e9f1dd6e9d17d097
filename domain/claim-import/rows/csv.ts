import { CsvError, parse } from 'csv-parse/sync'
import { DomainError, invalid } from '@/domain/errors'
import { columnOf } from './columns'

/** `row` counts as a spreadsheet does: the headings are row 1, and line breaks inside a cell start no new row. */
export type TableRow = { row: number; cells: string[] }

export type Table = { headings: string[]; rows: TableRow[] }

const DELIMITERS = [',', ';', '\t']
/** A character that no text contains: the delimiter of a table with a single column, whose cells may hold commas. */
const NONE = '\u001f'

const OPTIONS = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  record_delimiter: ['\r\n', '\n', '\r'],
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

function records(text: string, delimiter: string, to?: number): string[][] {
  try {
    return parse(text, { ...OPTIONS, delimiter, ...(to && { to }) })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = typeof error.records === 'number' ? error.records + 1 : 1
    const key = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'listQuoteOpen' : 'listNotCsv'
    throw invalid([{ path: 'list', key, params: { row } }])
  }
}

/** The headings under a delimiter; empty when the quotation marks only work with another one. */
function headingsBy(text: string, delimiter: string, firstRow: number): string[] {
  try {
    return records(text, delimiter, firstRow).at(-1) ?? []
  } catch (error) {
    if (error instanceof DomainError) return []
    throw error
  }
}

/** The delimiter under which the desk knows the most headings. */
function delimiterOf(text: string, firstRow: number): string {
  const tried = DELIMITERS.map((delimiter) => {
    const cells = headingsBy(text, delimiter, firstRow)
    return { delimiter, known: cells.filter(columnOf).length, cells: cells.length }
  })
  const [best] = tried.sort((a, b) => b.known - a.known || b.cells - a.cells)
  return !best || best.cells <= 1 ? NONE : best.delimiter
}

const SEPARATORS = /[,;\t\r\n]/g

/** An upper bound for the number of cells under any of the delimiters. It counts without building the cells. */
export function cellsIn(text: string): number {
  let found = 1
  SEPARATORS.lastIndex = 0
  while (SEPARATORS.test(text)) found += 1
  return found
}

/**
 * Reads a CSV table with commas, semicolons or tabs, quoted as in RFC 4180.
 * @throws DomainError `invalid` at `list` when the text is no table
 */
export function readTable(text: string): Table {
  const body = text.replace(/^(\ufeff?)sep=[^\r\n](?:\r\n|\n|\r)/i, '$1')
  const firstLine = /^\ufeff?(?:[ \t,;]*(?:\r\n|\n|\r))*/.exec(body)?.[0] ?? ''
  const blankLines = firstLine.match(/\r\n|\n|\r/g)?.length ?? 0
  const all = records(body, delimiterOf(body, blankLines + 1)).map((cells, index) => ({
    row: index + 1,
    cells,
  }))
  const [first, ...rows] = all.filter(({ cells }) => !isBlank(cells))
  return { headings: (first?.cells ?? []).map((heading) => heading.trim()), rows }
}
